package io.depth4j.eval;

import io.depth4j.io.DepthScale;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Readers of data sets, in the layout of their public files. A set is read as a list; pictures and depth are read when asked for, so
 * that a missing or broken one is told by the {@link Benchmark} and stops nothing else.
 */
public final class SampleSets {

    private SampleSets() {}

    /**
     * The photos that a table names: a CSV file with the columns {@code id}, {@code rgb} (the picture), {@code gt} (a PNG of 16
     * bits, 0 where nothing is known), {@code kind} ({@code depth} or {@code disparity}) and {@code scale}, by which the numbers
     * are multiplied to be metres or pixels. Files are named relative to the table. The source of a sample is in a column {@code
     * source}, or else what its id begins with, up to the first underscore.
     */
    public static SampleSet manifest(Path csv) throws IOException {
        return Manifest.read(csv);
    }

    /** {@link #nyu(Path, DepthScale)} in millimetres, as nearly everybody hands it on. */
    public static SampleSet nyu(Path folder) throws IOException {
        return nyu(folder, DepthScale.MILLIMETRES);
    }

    /**
     * NYU Depth V2, exported to pairs of a photo and a PNG of 16 bits anywhere below a folder: {@code rgb_00045.jpg} and
     * {@code sync_depth_00045.png}, {@code 00045_colors.png} and {@code 00045_depth.png}, or the same name in {@code rgb} (or
     * {@code image}, {@code images}, {@code color}) and in {@code depth} (or {@code depths}, {@code gt}) beside it. The labelled
     * file of MATLAB itself is HDF5 and is not read.
     *
     * @param scale of the PNGs that do not say theirs
     */
    public static SampleSet nyu(Path folder, DepthScale scale) throws IOException {
        return NyuFolder.read(folder, scale);
    }

    /**
     * The part of NYU Depth V2, exported as {@code rgb_00045.jpg} and {@code sync_depth_00045.png} in millimetres, that a list names
     * in lines {@code picture depth focal}. A camera of that focal length, which looks through the middle, is that of the samples.
     */
    public static SampleSet nyu(Path list, Path folder) throws IOException {
        return FileList.read("NYU Depth V2", list, folder, folder, "nyu", DepthScale.MILLIMETRES);
    }

    /**
     * The part of KITTI that a list names in lines {@code picture depth focal}, such as Eigen's test split of 697 pictures, of which
     * 45 have {@code None} for depth and are passed over. The focal length may be missing; a camera of it, which looks through the
     * middle, is that of the samples.
     *
     * @param pictures the folder of the raw data, which holds {@code 2011_09_26} and others
     * @param depths the folder of the annotated depth, which holds {@code 2011_09_26_drive_0002_sync} and others
     */
    public static SampleSet kitti(Path list, Path pictures, Path depths) throws IOException {
        return FileList.read("KITTI", list, pictures, depths, "kitti", DepthScale.KITTI);
    }

    /**
     * KITTI's selected validation pictures ({@code val_selection_cropped}): {@code groundtruth_depth}, {@code image} and {@code
     * intrinsics} below a folder, with the cameras. They are 1216×352 already, so crops that are told in shares of a whole picture do
     * not fit them.
     */
    public static SampleSet kitti(Path folder) throws IOException {
        return KittiSelection.read(folder);
    }

    /**
     * DIODE, or a part of it: every {@code X_depth.npy} below a folder, with {@code X.png} and {@code X_depth_mask.npy} beside it.
     * The sources are {@code diode-indoors} and {@code diode-outdoor}.
     */
    public static SampleSet diode(Path folder) throws IOException {
        return DiodeFolder.read(folder);
    }

    /**
     * Middlebury's scenes of 2014 and later below a folder, in metres: {@code calib.txt}, {@code im0.png} and {@code disp0.pfm} (or
     * {@code disp0GT.pfm}) of each. Where the disparity is infinite nothing is known.
     */
    public static SampleSet middlebury(Path folder) throws IOException {
        return MiddleburyFolder.read(folder, MiddleburyFolder::metres);
    }

    /** The same scenes, known by their disparities in pixels. */
    public static SampleSet middleburyDisparities(Path folder) throws IOException {
        return MiddleburyFolder.read(folder, MiddleburyFolder::pixels);
    }

    /**
     * DA-2K: pairs of pixels in photos, and which of both is closer, from its {@code annotations.json}. Pictures are named relative
     * to the file; their source is the kind of scene.
     */
    public static OrdinalBenchmark da2k(Path json) throws IOException {
        return OrdinalBenchmark.of("DA-2K", Da2k.read(json));
    }
}
