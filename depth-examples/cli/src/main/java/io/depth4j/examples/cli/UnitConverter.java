package io.depth4j.examples.cli;

import io.depth4j.frames.DepthUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a unit of measured depth by its symbol. */
final class UnitConverter implements ITypeConverter<DepthUnit> {

    @Override
    public DepthUnit convert(String words) {
        try {
            return DepthUnit.of(words);
        } catch (IllegalArgumentException e) {
            TypeConversionException wrong = new TypeConversionException(e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
    }
}
