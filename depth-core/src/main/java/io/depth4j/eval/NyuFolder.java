package io.depth4j.eval;

import io.depth4j.DepthKind;
import io.depth4j.io.DepthReadOptions;
import io.depth4j.io.DepthScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Photos beside PNGs of 16 bits with their depth, in the forms in which NYU Depth V2 is handed on. */
final class NyuFolder {

    private static final String PNG = ".png";

    /** What the folders beside each other are called. */
    private static final Set<String> DEPTH_FOLDERS = Set.of("depth", "depths", "gt");

    private static final List<String> PICTURE_FOLDERS = List.of("rgb", "image", "images", "color");

    private NyuFolder() {}

    static SampleSet read(Path folder, DepthScale scale) throws IOException {
        DepthReadOptions options =
                DepthReadOptions.defaults().withKind(DepthKind.METRIC).withScale(scale);
        List<Sample> samples = new ArrayList<>();
        for (Path depth : FolderWalk.files(folder, PNG)) {
            Optional<Path> picture = picture(depth);
            if (picture.isPresent()) {
                SampleFile photo = new SampleFile(picture.get(), "its folder");
                SampleFile known = new SampleFile(depth, "its folder");
                samples.add(Sample.of(
                        FolderWalk.id(folder, picture.get()), "nyu", photo::picture, () -> known.depth(options)));
            }
        }
        return FolderWalk.set(
                "NYU Depth V2",
                folder,
                samples,
                "pairs like rgb_00045.jpg and sync_depth_00045.png, 00045_colors.png and 00045_depth.png, or"
                        + " rgb/00045.jpg and depth/00045.png");
    }

    /** The photo that this depth is of, if it is depth. */
    private static Optional<Path> picture(Path depth) {
        String name = FolderWalk.name(depth);
        String stem = name.substring(0, name.length() - PNG.length());
        Path folder = depth.getParent();
        if (stem.startsWith("sync_depth_")) {
            return FolderWalk.picture(folder, "rgb_" + stem.substring("sync_depth_".length()));
        }
        if (stem.endsWith("_depth")) {
            return FolderWalk.picture(folder, stem.substring(0, stem.length() - "_depth".length()) + "_colors");
        }
        if (DEPTH_FOLDERS.contains(FolderWalk.name(folder)) && folder.getParent() != null) {
            return PICTURE_FOLDERS.stream()
                    .map(folder.getParent()::resolve)
                    .filter(Files::isDirectory)
                    .flatMap(pictures -> FolderWalk.picture(pictures, stem).stream())
                    .findFirst();
        }
        return Optional.empty();
    }
}
