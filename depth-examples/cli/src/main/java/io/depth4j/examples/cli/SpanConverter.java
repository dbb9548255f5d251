package io.depth4j.examples.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long: {@code 7d}, {@code 12h}, {@code 30m}, {@code 45s}, or {@code P1DT12H} as ISO 8601 writes it. */
final class SpanConverter implements ITypeConverter<Duration> {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([dhms])");
    private static final Map<String, Duration> UNITS = Map.of(
            "d", Duration.ofDays(1), "h", Duration.ofHours(1), "m", Duration.ofMinutes(1), "s", Duration.ofSeconds(1));

    @Override
    public Duration convert(String words) {
        Matcher matcher = SHORT.matcher(words);
        if (matcher.matches()) {
            return UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        }
        return iso(words)
                .filter(span -> !span.isNegative())
                .orElseThrow(() -> new TypeConversionException(
                        "expected how long, such as 7d, 12h or 30m, found '" + words + "'"));
    }

    private static Optional<Duration> iso(String words) {
        try {
            return Optional.of(Duration.parse(words));
        } catch (DateTimeException notIso) {
            return Optional.empty();
        }
    }
}
