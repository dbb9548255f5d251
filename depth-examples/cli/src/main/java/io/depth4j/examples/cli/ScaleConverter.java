package io.depth4j.examples.cli;

import io.depth4j.io.DepthScale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of {@code --scale}: {@code mm}, {@code kitti}, {@code tum}, steps a unit, or {@code LOW,HIGH}. */
final class ScaleConverter implements ITypeConverter<DepthScale> {

    @Override
    public DepthScale convert(String words) {
        return switch (words) {
            case "mm" -> DepthScale.MILLIMETRES;
            case "kitti" -> DepthScale.KITTI;
            case "tum" -> DepthScale.TUM;
            default ->
                words.contains(",") ? DepthScale.between(RangeChoice.Converter.ends(words, words)) : perUnit(words);
        };
    }

    private static DepthScale perUnit(String words) {
        try {
            return DepthScale.perUnit(Double.parseDouble(words));
        } catch (IllegalArgumentException e) {
            TypeConversionException wrong = new TypeConversionException(
                    "expected mm, kitti, tum, LOW,HIGH or 1e-30 to 1e30 steps a unit, found '" + words + "'");
            wrong.initCause(e);
            throw wrong;
        }
    }
}
