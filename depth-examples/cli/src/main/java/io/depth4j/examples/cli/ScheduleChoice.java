package io.depth4j.examples.cli;

import io.depth4j.frames.PipelineOptions.Schedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** When a watched folder is scanned as a whole. */
final class ScheduleChoice {

    private static final String NEVER = "off";

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = IntervalConverter.class,
            description = "How long between two scans, such as 30m or 6h, or off; 30m, if not given. A scan tries"
                    + " again what was left.")
    private Optional<Interval> every = Optional.empty();

    @Option(
            names = "--daily",
            paramLabel = "HH:MM",
            converter = DailyConverter.class,
            description = "When there is a scan each day, or off; 03:00, if not given.")
    private Optional<Daily> daily = Optional.empty();

    /** @param length empty for never */
    private record Interval(Optional<Duration> length) {}

    /** @param time empty for at none */
    private record Daily(Optional<LocalTime> time) {}

    /** @throws IllegalArgumentException if there is no time between two scans */
    Schedule over(Schedule base) {
        return new Schedule(
                every.map(Interval::length).orElse(base.every()),
                daily.map(Daily::time).orElse(base.daily()));
    }

    private static final class IntervalConverter implements ITypeConverter<Interval> {
        @Override
        public Interval convert(String words) {
            return new Interval(
                    words.equals(NEVER) ? Optional.empty() : Optional.of(new SpanConverter().convert(words)));
        }
    }

    private static final class DailyConverter implements ITypeConverter<Daily> {
        @Override
        public Daily convert(String words) {
            try {
                return new Daily(words.equals(NEVER) ? Optional.empty() : Optional.of(LocalTime.parse(words)));
            } catch (DateTimeException e) {
                TypeConversionException wrong =
                        new TypeConversionException("expected a time such as 03:00, or off, found '" + words + "'");
                wrong.initCause(e);
                throw wrong;
            }
        }
    }
}
