package io.depth4j.benchmarks.contest;

import io.depth4j.Image;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import io.depth4j.io.Images;
import io.depth4j.io.PngOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A picture of 1920×1080 to a PNG in memory, against ImageIO; and the bytes that both make of photos. */
public final class PngEncode implements Contest {

    private static final double MOST_BYTES = 1.05;

    private final Pictures pictures;
    private final BufferedImage peers;
    private final PlainCopy copy;
    private final ByteArrayOutputStream oursOut = new ByteArrayOutputStream();
    private final ByteArrayOutputStream peerOut = new ByteArrayOutputStream();

    public PngEncode(Pictures pictures) {
        this.pictures = pictures;
        this.peers = Pictures.bgr(pictures.fullHd());
        this.copy = new PlainCopy(pictures.fullHd().array().length);
        ImageIO.setUseCache(false);
    }

    @Override
    public void ours() {
        oursOut.reset();
        encodeOurs(pictures.fullHd());
    }

    @Override
    public void peer() {
        peerOut.reset();
        encodePeers(peers);
    }

    @Override
    public void copy() {
        copy.run();
    }

    /** What the JDK reads from our file is what we wrote. */
    @Override
    public Agreement agreement() {
        ours();
        try {
            BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(oursOut.toByteArray()));
            byte[] found = Images.of(decoded).array();
            return Agreement.ofBytes(found, pictures.fullHd().array(), Tolerance.EXACT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Bound> bound() {
        long oursBytes = 0;
        long peerBytes = 0;
        for (Image picture : pictures.singles()) {
            oursOut.reset();
            encodeOurs(picture);
            oursBytes += oursOut.size();
            peerOut.reset();
            encodePeers(Pictures.bgr(picture));
            peerBytes += peerOut.size();
        }
        return Optional.of(new Bound("bytes of ImageIO's", (double) oursBytes / peerBytes, MOST_BYTES));
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(pictures.subject());
    }

    private void encodeOurs(Image image) {
        try {
            Images.write(image, oursOut, PngOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void encodePeers(BufferedImage image) {
        try {
            if (!ImageIO.write(image, "png", peerOut)) {
                throw new IllegalStateException("ImageIO has no writer for PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
