package io.depth4j.examples.cli;

import io.depth4j.eval.SampleSet;
import io.depth4j.eval.SampleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The pictures with known depth that are measured: exactly one of these is given. */
final class SetChoice {

    @Option(
            names = "--manifest",
            paramLabel = "FILE.csv",
            description =
                    "A table with the columns id, rgb, gt, kind (depth or disparity) and scale; its files are named"
                            + " relative to it.")
    private Optional<Path> manifest = Optional.empty();

    @Option(
            names = "--nyu",
            paramLabel = "FOLDER",
            description = "NYU Depth V2, exported as pairs of a photo and a 16-bit PNG in millimetres.")
    private Optional<Path> nyu = Optional.empty();

    @Option(
            names = "--kitti",
            paramLabel = "LIST.txt|FOLDER",
            description =
                    "The part of KITTI that lines of this file name: picture, depth, focal length. Or the folder of its"
                            + " selection, val_selection_cropped.")
    private Optional<Path> kitti = Optional.empty();

    @Option(names = "--diode", paramLabel = "FOLDER", description = "DIODE, or a part of it.")
    private Optional<Path> diode = Optional.empty();

    @Option(
            names = "--middlebury",
            paramLabel = "FOLDER",
            description = "Middlebury's stereo scenes of 2014 and later.")
    private Optional<Path> middlebury = Optional.empty();

    @Option(
            names = "--da2k",
            paramLabel = "FILE.json",
            description = "DA-2K's annotations.json: only the order of pixels is known, and counted.")
    private Optional<Path> da2k = Optional.empty();

    /** Whether only the order of pixels is known. */
    Optional<Path> ordinal() {
        return da2k;
    }

    /** Reads the list of them. KITTI's pictures and depths are beside its list unless they are given. */
    SampleSet read(Optional<Path> pictures, Optional<Path> depths) throws IOException {
        if (kitti.isPresent() && Files.isDirectory(kitti.get())) {
            return SampleSets.kitti(kitti.get());
        }
        if (kitti.isPresent()) {
            Path beside = kitti.get().toAbsolutePath().getParent();
            return SampleSets.kitti(kitti.get(), pictures.orElse(beside), depths.orElse(beside));
        }
        if (nyu.isPresent()) {
            return SampleSets.nyu(nyu.get());
        }
        if (diode.isPresent()) {
            return SampleSets.diode(diode.get());
        }
        if (middlebury.isPresent()) {
            return SampleSets.middlebury(middlebury.get());
        }
        return SampleSets.manifest(manifest.orElseThrow());
    }
}
