package io.depth4j.benchmarks.network;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.benchmarks.Arguments;
import io.depth4j.benchmarks.UsageException;
import io.depth4j.internal.estimate.BundledNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured.
 *
 * @param photo what the network sees, if one was given
 * @param network another file of the network that comes with the library, to stand in for it
 */
record Subject(Optional<Path> photo, Optional<Path> network, boolean help) {

    static final String PHOTO = "--photo";
    static final String NETWORK = "--network";

    static Subject parse(String... arguments) {
        Arguments given = Arguments.parse(arguments, Set.of(PHOTO, NETWORK));
        return new Subject(file(given, PHOTO, "a photo"), file(given, NETWORK, "a network"), given.help());
    }

    private static Optional<Path> file(Arguments given, String name, String what) {
        Optional<Path> file = given.path(name);
        file.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> {
            throw new UsageException("Expected the file of " + what + " after " + name + ", found '" + path + "'");
        });
        return file;
    }

    /** The same with a photo, where none was given. */
    Subject orPhoto(Path made) {
        return new Subject(photo.or(() -> Optional.of(made)), network, help);
    }

    Path requiredPhoto() {
        return photo.orElseThrow(() -> new UsageException("Expected a photo after " + PHOTO + ", found none"));
    }

    /** The arguments that make a child measure the same. */
    List<String> forChild() {
        List<String> arguments = new ArrayList<>();
        photo.ifPresent(file -> arguments.addAll(List.of(PHOTO, file.toString())));
        network.ifPresent(file -> arguments.addAll(List.of(NETWORK, file.toString())));
        return arguments;
    }

    /** The network's file. */
    byte[] content() throws IOException {
        return network.isPresent() ? Files.readAllBytes(network.get()) : BundledNetwork.content();
    }

    /** As a program opens it that cares for nothing. */
    DepthEstimator estimator() throws IOException {
        return network.isPresent()
                ? DepthEstimators.builder(network.get())
                        .spec(BundledNetwork.spec())
                        .backend(BundledNetwork.engine())
                        .open()
                : DepthEstimators.bundled();
    }

    String photoName() {
        return photo.map(file -> file.getFileName().toString()).orElse("a rendered scene");
    }

    String networkName() {
        return network.map(file -> file.getFileName().toString()).orElse("the network that comes with the library");
    }
}
