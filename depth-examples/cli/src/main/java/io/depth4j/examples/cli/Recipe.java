package io.depth4j.examples.cli;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.estimate.Mode;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.DepthWriteOptions;
import io.depth4j.io.GDepthOptions;
import io.depth4j.io.ImageFormat;
import io.depth4j.io.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * How a picture becomes its results. Its {@link #toString()} is part of what tells whether an old result is still right, so that
 * every choice that changes a result is a component here.
 */
record Recipe(
        Mode mode,
        Optional<Size> size,
        OutputFormat format,
        DepthWriteOptions writing,
        Optional<Colormap> colormap,
        RangeChoice range,
        boolean preview) {

    private static final String PREVIEW_ENDING = ".preview.png";

    /** The names of all files of a result. */
    List<String> outputs(String name) {
        return preview ? List.of(name, name.substring(0, name.lastIndexOf('.')) + PREVIEW_ENDING) : List.of(name);
    }

    /** The result of a photo and its map, as the bytes of a file. */
    byte[] encoded(Image photo, DepthMap map) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (format instanceof OutputFormat.Picture picture) {
                Images.write(colormap(map.kind()).colorize(map, range.of(map)), out, picture.format());
            } else if (format instanceof OutputFormat.Depth depth) {
                DepthFiles.write(map, out, depth.format(), writing);
            } else {
                DepthFiles.writeGDepth(photo, map, out, GDepthOptions.defaults().withMisfit(writing.misfit()));
            }
        } catch (IllegalArgumentException e) {
            // The library speaks to programmers.
            throw new IllegalArgumentException(e.getMessage() + " (--clip, or another --scale or --format)", e);
        }
        return out.toByteArray();
    }

    /** The preview of a photo and its map, as the bytes of a file. */
    byte[] encodedPreview(Image photo, DepthMap map) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Image picture = PreviewPicture.of(photo, map, colormap(map.kind()), range.of(map));
        Images.write(picture, out, ImageFormat.PNG);
        return out.toByteArray();
    }

    /** What the colours of a map span, where there are colours. */
    Optional<Range> colored(DepthMap map) {
        return format instanceof OutputFormat.Picture || preview ? Optional.of(range.of(map)) : Optional.empty();
    }

    /** Near is bright, unless the user names the colours. */
    private Colormap colormap(DepthKind kind) {
        return colormap.orElseGet(() -> kind.largerIsNearer()
                ? Colormaps.viridis()
                : Colormaps.viridis().reversed());
    }
}
