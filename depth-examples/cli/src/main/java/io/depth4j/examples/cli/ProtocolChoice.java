package io.depth4j.examples.cli;

import io.depth4j.eval.Aligner;
import io.depth4j.eval.Cap;
import io.depth4j.eval.Clamp;
import io.depth4j.eval.Crop;
import io.depth4j.eval.Protocol;
import io.depth4j.eval.Space;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How errors are measured: a protocol of the field, and what is to be different from it. */
final class ProtocolChoice {

    /** The protocols that have a name. */
    enum Named {
        DEFAULT(Protocol.defaults()),
        NYU(Protocol.nyu()),
        KITTI(Protocol.kitti());

        private final Protocol protocol;

        Named(Protocol protocol) {
            this.protocol = protocol;
        }
    }

    /** The aligners, with their default options. */
    enum Align {
        NONE(Aligner.none()),
        MEDIAN(Aligner.median()),
        SCALE(Aligner.scale()),
        SCALE_AND_SHIFT(Aligner.scaleAndShift()),
        RANSAC(Aligner.ransac()),
        ROE(Aligner.roe());

        private final Aligner aligner;

        Align(Aligner aligner) {
            this.aligner = aligner;
        }
    }

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            converter = NamedWords.class,
            completionCandidates = NamedWords.class,
            description = {
                "One of ${COMPLETION-CANDIDATES}. The default one aligns scale and shift in disparity; those of NYU and"
                        + " KITTI take metres as they are, with the caps and crops of these benchmarks."
            })
    private Named named = Named.DEFAULT;

    @Option(
            names = "--align",
            paramLabel = "HOW",
            converter = AlignWords.class,
            completionCandidates = AlignWords.class,
            description = "Instead of the protocol's: ${COMPLETION-CANDIDATES}.")
    private Optional<Align> align = Optional.empty();

    @Option(
            names = "--space",
            paramLabel = "WHERE",
            converter = SpaceWords.class,
            completionCandidates = SpaceWords.class,
            description = "What is aligned: ${COMPLETION-CANDIDATES}.")
    private Optional<Space> space = Optional.empty();

    @Option(
            names = "--cap",
            paramLabel = "NEAR,FAR",
            converter = CapWords.class,
            description = "Metres between which known depths count, or none.")
    private Optional<Cap> cap = Optional.empty();

    @Option(
            names = "--crop",
            paramLabel = "PART",
            converter = CropWords.class,
            completionCandidates = CropWords.class,
            description = "The part of each picture that counts: ${COMPLETION-CANDIDATES}.")
    private Optional<Crop> crop = Optional.empty();

    @Option(
            names = "--clamp",
            paramLabel = "HOW",
            converter = ClampWords.class,
            completionCandidates = ClampWords.class,
            description = "How far away an aligned estimate may be: ${COMPLETION-CANDIDATES}.")
    private Optional<Clamp> clamp = Optional.empty();

    /** @throws IllegalArgumentException if the parts do not suit each other */
    Protocol protocol() {
        Protocol base = named.protocol;
        return new Protocol(
                align.map(each -> each.aligner).orElse(base.aligner()),
                space.orElse(base.space()),
                cap.orElse(base.cap()),
                crop.orElse(base.crop()),
                clamp.orElse(base.clamp()));
    }

    private static final class NamedWords extends Words<Named> {
        NamedWords() {
            super(Named.class);
        }
    }

    private static final class AlignWords extends Words<Align> {
        AlignWords() {
            super(Align.class);
        }
    }

    private static final class SpaceWords extends Words<Space> {
        SpaceWords() {
            super(Space.class);
        }
    }

    private static final class CropWords extends Words<Crop> {
        CropWords() {
            super(Crop.class);
        }
    }

    private static final class ClampWords extends Words<Clamp> {
        ClampWords() {
            super(Clamp.class);
        }
    }

    private static final class CapWords implements ITypeConverter<Cap> {

        @Override
        public Cap convert(String words) {
            if (words.equals("none")) {
                return Cap.NONE;
            }
            String[] ends = words.split(",", -1);
            try {
                if (ends.length == 2) {
                    return new Cap(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "expected two metres such as 0.001,80, found '" + words + "': " + e.getMessage());
            }
            throw new TypeConversionException("expected two metres such as 0.001,80, or none, found '" + words + "'");
        }
    }
}
