package io.depth4j.examples.cli;

import io.depth4j.io.DepthScale;
import picocli.CommandLine.ITypeConverter;

/** Reads the words of {@code --scale}: {@code mm}, {@code kitti}, {@code tum}, steps a unit, or {@code LOW,HIGH}. */
final class ScaleConverter implements ITypeConverter<DepthScale> {

    @Override
    public DepthScale convert(String words) {
        return switch (words) {
            case "mm" -> DepthScale.MILLIMETRES;
            case "kitti" -> DepthScale.KITTI;
            case "tum" -> DepthScale.TUM;
            default ->
                words.contains(",")
                        ? DepthScale.between(RangeChoice.Converter.ends(words, words))
                        : DepthScale.perUnit(Double.parseDouble(words));
        };
    }
}
