package io.depth4j.examples.cli;

import com.sun.net.httpserver.HttpServer;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.Images;
import io.depth4j.testkit.AnalyticScene;
import io.depth4j.testkit.SceneView;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The folder in which the examples of the page and of the help texts run, and a server that has every network. */
final class Stage implements AutoCloseable {

    /** What the server sends, whatever it is asked for. */
    static final byte[] NETWORK = "not a real network".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final HttpServer server;

    Stage(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("rows.csv"), row(1) + row(3) + row(7));
        Files.writeString(folder.resolve("log.csv"), "c1;c2;c3;c4\n0;80;;200\n10;90;130;210\n");
        Images.write(photo(), folder.resolve("photo.png"));
        Images.write(photo(), folder.resolve("photo.jpg"));
        Images.write(
                photo(), Files.createDirectories(folder.resolve("photos/more")).resolve("one.jpg"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("photos.zip")))) {
            zip.putNextEntry(new ZipEntry("one.jpg"));
            Files.copy(folder.resolve("photo.jpg"), zip);
        }
        TinyNetwork.mean(folder.resolve("network.onnx"));
        Wells.tables(folder);
        Files.writeString(
                Files.createDirectories(folder.resolve("incoming")).resolve("south.csv"),
                Files.readString(folder.resolve(Wells.HOLE)).replace("1000.0,", "2000.0,"));
        Files.copy(
                folder.resolve(Wells.FAULTY),
                Files.createDirectories(folder.resolve("doubtful")).resolve(Wells.FAULTY));
        scenes();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, NETWORK.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(NETWORK);
            }
        });
        server.start();
    }

    /** Pictures with exactly known depth, and the table that names them. */
    private void scenes() throws IOException {
        StringBuilder table = new StringBuilder("id,rgb,gt,kind,scale,source\n");
        for (AnalyticScene scene : AnalyticScene.all()) {
            SceneView view = scene.view(new Size(96, 72));
            String name = scene.name();
            Images.write(view.picture(), folder.resolve(name + ".png"));
            DepthFiles.write(view.depth(), folder.resolve(name + "-depth.png"));
            table.append(name + "," + name + ".png," + name + "-depth.png,depth,0.001,")
                    .append(name.equals("room") ? "rooms\n" : "shapes\n");
        }
        Files.writeString(folder.resolve("photos.csv"), table);
    }

    private static String row(int step) {
        return IntStream.range(0, 200).mapToObj(i -> "" + i * step % 256).collect(Collectors.joining(",", "", "\n"));
    }

    private static Image photo() {
        Image photo = Image.allocate(new Size(640, 480), PixelFormat.RGB24);
        for (int i = 0; i < photo.array().length; i++) {
            photo.array()[i] = (byte) (i / 7);
        }
        return photo;
    }

    /** The address that has what others have. */
    String mirror() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * Runs one line of a page as a shell would.
     *
     * @param line {@code depth …}, perhaps with {@code < FILE} and then {@code > FILE}; {@code $MIRROR} stands for the server
     */
    Run run(String line) throws IOException {
        String[] ends = line.replace("$MIRROR", mirror()).split(" > ");
        String[] parts = ends[0].split(" < ");
        List<String> words = List.of(parts[0].strip().split("\\s+"));
        if (!words.get(0).equals("depth")) {
            throw new IllegalArgumentException("Expected a command that starts with depth, found '" + line + "'");
        }
        if (readsRows(words) && !Files.exists(folder.resolve(Wells.STORE))) {
            Wells.store(folder);
        }
        Run.InProcess place = Run.in(folder);
        if (parts.length > 1) {
            place = place.reading(Files.readAllBytes(folder.resolve(parts[1].strip())));
        }
        Run run = place.depth(words.subList(1, words.size()).toArray(String[]::new));
        if (ends.length > 1) {
            Files.write(folder.resolve(ends[1].strip()), run.bytes());
            return new Run(run.status(), new byte[0], run.err());
        }
        return run;
    }

    /** Whether it is a command on a store of rows that is there. */
    private static boolean readsRows(List<String> words) {
        return words.contains(Wells.STORE) && !words.contains("ingest");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
