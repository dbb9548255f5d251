package io.depth4j.eval;

import io.depth4j.DepthException;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.DepthReadOptions;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of a sample.
 *
 * @param namedBy where its name comes from, to be told where it is missing
 */
record SampleFile(Path path, String namedBy) {

    Image picture() throws IOException {
        requireFile();
        try {
            return Images.read(path);
        } catch (DepthException e) {
            throw unreadable(e);
        }
    }

    DepthMap depth(DepthReadOptions options) throws IOException {
        requireFile();
        try {
            return DepthFiles.read(path, options);
        } catch (DepthException e) {
            throw unreadable(e);
        }
    }

    void requireFile() throws NoSuchFileException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "named by " + namedBy);
        }
    }

    private MalformedInputException unreadable(DepthException cause) {
        return new MalformedInputException(path + " (" + namedBy + "): " + cause.getMessage(), cause);
    }
}
