package io.depth4j.benchmarks.guard;

import io.depth4j.Size;
import io.depth4j.benchmarks.contest.Colorize;
import io.depth4j.benchmarks.contest.Peer;
import io.depth4j.benchmarks.contest.Pictures;
import io.depth4j.benchmarks.contest.PngEncode;
import io.depth4j.benchmarks.contest.Quantize;
import io.depth4j.benchmarks.contest.RangeScan;
import io.depth4j.benchmarks.contest.Resize;
import io.depth4j.benchmarks.contest.TensorInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All pairs of the guard, and their floors. */
final class Pairs {

    private Pairs() {}

    /** @param data the folder with photos, if there is one */
    static List<Pair> all(Optional<Path> data) {
        Peer openCv = Peer.openCv();
        List<Pair> pairs = new ArrayList<>();
        pairs.add(rows("bilinear", Floors.of(3.5, 2)));
        pairs.add(rows("pillowBilinear", Floors.NONE));
        pairs.add(rows("scipySpline3", Floors.NONE));
        pairs.add(new Pair("colormap, 1 M pixels", openCv, Floors.of(1.3), Colorize::new));
        pairs.add(new Pair("normalise to 8 bit, 1 M floats", openCv, Floors.of(1.5), Quantize::new));
        pairs.add(new Pair("value range, 1 M floats", openCv, Floors.NONE, RangeScan::new));
        for (Size size : List.of(new Size(518, 294), new Size(924, 518))) {
            pairs.add(tensor("bilinear", size, Floors.of(0.9)));
            pairs.add(new Pair(
                    "1080p to tensor " + size + " bilinear, split",
                    openCv,
                    Floors.NONE,
                    () -> TensorInput.by("bilinear", size).againstSplit()));
            pairs.add(tensor("bicubic", size, Floors.of(2.5, 1.6)));
            pairs.add(tensor("area", size, Floors.of(3.5, 2)));
        }
        pairs.add(new Pair(
                "PNG encode, 1920×1080 RGB", Peer.imageIo(), Floors.of(3), () -> new PngEncode(Pictures.in(data))));
        return pairs;
    }

    private static Pair rows(String convention, Floors floors) {
        String name = "rows 200→150 " + convention + ", 1024 rows";
        return new Pair(name, Peer.openCv(), floors, () -> Resize.rows(convention));
    }

    private static Pair tensor(String interpolation, Size size, Floors floors) {
        String name = "1080p to tensor " + size + " " + interpolation;
        return new Pair(name, Peer.openCv(), floors, () -> TensorInput.by(interpolation, size));
    }
}
