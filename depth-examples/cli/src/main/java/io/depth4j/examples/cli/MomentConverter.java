package io.depth4j.examples.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment with its zone: {@code 2026-05-01T12:00:00Z}, {@code 2026-05-01T14:00+02:00}. */
final class MomentConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String words) {
        try {
            return OffsetDateTime.parse(words).toInstant();
        } catch (DateTimeException e) {
            TypeConversionException wrong = new TypeConversionException(
                    "expected a moment with its zone, such as 2026-05-01T12:00:00Z, found '" + words + "'");
            wrong.initCause(e);
            throw wrong;
        }
    }
}
