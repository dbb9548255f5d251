package io.depth4j.benchmarks.contest;

import java.util.Optional;

/**
 * A library we are measured against.
 *
 * @param obstacle why it cannot run here, if it cannot
 */
public record Peer(String name, Optional<String> obstacle) {

    public static Peer openCv() {
        return new Peer("OpenCV", OpenCv.obstacle());
    }

    public static Peer imageIo() {
        return new Peer("ImageIO", Optional.empty());
    }
}
