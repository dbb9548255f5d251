package io.depth4j.examples.cli;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthException;
import io.depth4j.DepthMap;
import io.depth4j.DepthRuntime;
import io.depth4j.Image;
import io.depth4j.KernelInfo;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.examples.cli.Examination.Finding.State;
import io.depth4j.io.ImageFormat;
import io.depth4j.io.Images;
import io.depth4j.model.StoreOptions;
import io.depth4j.spi.Availability;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at everything that the library can use. */
final class Examination {

    /**
     * What was found of one thing.
     *
     * @param basic whether nothing works without it
     * @param advice what to add or change; empty where nothing is to be done
     */
    record Finding(String name, boolean basic, State state, String found, String advice) {

        enum State {
            WORKS,
            LIMITED,
            MISSING;

            String inWords() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    private static final String VECTOR = "jdk.incubator.vector";
    private static final int OLDEST_JAVA = 17;
    private static final long LITTLE_HEAP = 512L << 20;

    private final Console console;
    private final StoreOptions store;
    private final List<Finding> findings = new ArrayList<>();

    Examination(Console console, StoreOptions store) {
        this.console = console;
        this.store = store;
    }

    List<Finding> findings() throws IOException {
        java();
        kernels();
        vectorModule();
        pictures();
        engines();
        bundledNetwork();
        openCv();
        rowStores();
        cache();
        memory();
        options();
        terminal();
        return List.copyOf(findings);
    }

    private void works(String name, boolean basic, String found) {
        findings.add(new Finding(name, basic, State.WORKS, found, ""));
    }

    private void java() {
        int feature = Runtime.version().feature();
        String found = Runtime.version() + " of " + System.getProperty("java.vendor") + " in "
                + System.getProperty("java.home") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        findings.add(
                feature >= OLDEST_JAVA
                        ? new Finding("Java", true, State.WORKS, found, "")
                        : new Finding("Java", true, State.MISSING, found, "Java 17 or newer is needed"));
    }

    private void kernels() {
        try {
            KernelInfo kernels = DepthRuntime.kernels();
            findings.add(new Finding(
                    "kernels",
                    true,
                    kernels.vectorBits() > 0 ? State.WORKS : State.LIMITED,
                    kernels.toString(),
                    kernels.vectorBits() > 0 ? "" : "all works and gives the same bytes, but slower"));
        } catch (IllegalStateException e) {
            findings.add(new Finding(
                    "kernels", true, State.MISSING, Reason.of(e), "leave -Ddepth4j.kernels out to get those that run"));
        }
    }

    private void vectorModule() {
        if (ModuleLayer.boot().findModule(VECTOR).isPresent()) {
            works("vector module", false, VECTOR + " is loaded" + (Relaunch.isSecond() ? " by a second start" : ""));
        } else if (ModuleFinder.ofSystem().find(VECTOR).isPresent()) {
            findings.add(new Finding(
                    "vector module",
                    false,
                    State.LIMITED,
                    VECTOR + " is in the JDK and not loaded",
                    "start Java with --add-modules " + VECTOR + ", or without -Ddepth4j.kernels=scalar"));
        } else {
            findings.add(new Finding(
                    "vector module", false, State.MISSING, VECTOR + " is not in this Java", "use a full JDK"));
        }
    }

    private void pictures() {
        Image picture = Image.allocate(new Size(3, 2), PixelFormat.RGB24);
        List<ImageFormat> written = List.of(ImageFormat.PNG, ImageFormat.JPEG, ImageFormat.BMP);
        try {
            for (ImageFormat format : written) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Images.write(picture, out, format);
                Images.read(out.toByteArray());
            }
            works("pictures", true, "written and read again: " + written);
        } catch (IOException | RuntimeException | LinkageError e) {
            findings.add(new Finding(
                    "pictures", true, State.MISSING, Reason.of(e), "the module java.desktop of a JDK is needed"));
        }
    }

    private void engines() {
        Map<String, Availability> engines = DepthEstimators.backends();
        for (Map.Entry<String, Availability> engine : engines.entrySet()) {
            String name = "engine " + engine.getKey();
            if (engine.getValue() instanceof Availability.Missing missing) {
                findings.add(new Finding(name, false, State.MISSING, "networks do not run", missing.reason()));
            } else if (engine.getValue() instanceof Availability.Ready ready) {
                works(name, false, ready.version() + ", networks run");
            }
        }
        if (engines.isEmpty()) {
            findings.add(new Finding(
                    "engines",
                    false,
                    State.MISSING,
                    "none is on the class path",
                    "add com.microsoft.onnxruntime:onnxruntime"));
        }
    }

    private void bundledNetwork() {
        Size little = new Size(64, 48);
        try (DepthEstimator estimator = DepthEstimators.bundled()) {
            DepthMap map = estimator.estimate(Image.allocate(little, PixelFormat.RGB24));
            works(
                    "network",
                    true,
                    "the one that comes with the program runs: " + map.size() + " values from "
                            + estimator.model().title());
        } catch (DepthException | IllegalStateException | LinkageError | UncheckedIOException e) {
            findings.add(new Finding(
                    "network",
                    true,
                    State.MISSING,
                    "the one that comes with the program does not run: " + Reason.of(e),
                    "the jar may have been cut; get it anew"));
        }
    }

    private void openCv() {
        try {
            // Its static part loads the native library.
            Class.forName("org.bytedeco.opencv.global.opencv_imgcodecs");
            works("OpenCV", false, "its native library loads: WebP pictures can be read");
        } catch (ClassNotFoundException e) {
            findings.add(new Finding(
                    "OpenCV",
                    false,
                    State.LIMITED,
                    "not on the class path: WebP pictures cannot be read",
                    "add org.bytedeco:opencv with the native library of this platform"));
        } catch (LinkageError e) {
            findings.add(new Finding(
                    "OpenCV",
                    false,
                    State.LIMITED,
                    "its native library does not load: " + Reason.of(e),
                    "add the jars of org.bytedeco:opencv, openblas and javacpp for this platform"));
        }
    }

    private void rowStores() throws IOException {
        Path folder = Files.createTempDirectory("depth-doctor");
        try {
            TileDbFrameStore.open(folder, io.depth4j.tiledb.StoreOptions.defaults())
                    .close();
            works("stores of rows", false, "TileDB's native library loads: depth frames works");
        } catch (DepthException e) {
            findings.add(new Finding(
                    "stores of rows",
                    false,
                    State.MISSING,
                    Reason.of(e),
                    "depth frames wants a platform that TileDB has a native library for"));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private void cache() throws IOException {
        Path folder = store.folder();
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        String free = Bytes.inWords(Files.getFileStore(there).getUsableSpace()) + " free";
        String found = Files.isDirectory(folder)
                ? folder + ", " + content(folder) + ", " + free
                : folder + ", not made yet, " + free;
        if (Files.isDirectory(there) && Files.isWritable(there)) {
            works("model cache", false, found);
        } else {
            findings.add(new Finding(
                    "model cache",
                    false,
                    State.LIMITED,
                    found + ", cannot be written",
                    "let this user write to " + there + ", or give --cache FOLDER"));
        }
    }

    private static String content(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return files.size() + (files.size() == 1 ? " file, " : " files, ") + Bytes.inWords(size);
    }

    private void memory() {
        Runtime runtime = Runtime.getRuntime();
        String found = Bytes.inWords(runtime.maxMemory()) + " for the JVM" + ofMachine() + ", "
                + runtime.availableProcessors() + " processors";
        findings.add(
                runtime.maxMemory() >= LITTLE_HEAP
                        ? new Finding("memory", false, State.WORKS, found, "")
                        : new Finding(
                                "memory", false, State.LIMITED, found, "large pictures want java -Xmx1g or more"));
    }

    private static String ofMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? " of " + Bytes.inWords(machine.getTotalMemorySize())
                : "";
    }

    private void options() {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-D" + Relaunch.AGAIN))
                .toList();
        works("JVM options", false, options.isEmpty() ? "none" : String.join(" ", options));
    }

    private void terminal() {
        works(
                "terminal",
                false,
                (console.hasTerminal() ? "yes" : "no") + ", colours " + (console.hasColors() ? "on" : "off")
                        + ", locale's letters " + Charset.defaultCharset() + ", output UTF-8");
    }
}
