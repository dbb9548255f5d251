package io.depth4j;

import io.depth4j.internal.kernel.OffendingKernel;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.opencv.opencv_core.Mat;

/** Does what the library never does, to show that the rules of the architecture find it. */
public final class Offender {

    static final ThreadLocal<byte[]> SCRATCH = ThreadLocal.withInitial(() -> new byte[1]);

    private Offender() {}

    public static long offend(Path file, OffendingKernel kernel) {
        try (Socket socket = new Socket("localhost", 1);
                Mat pixels = new Mat()) {
            System.out.println(socket);
            return Files.size(file) + pixels.rows();
        } catch (IOException e) {
            e.printStackTrace();
            return 0;
        }
    }
}
