package io.depth4j.frames;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process, which locks a file and says so. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                System.out.print('!');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}
