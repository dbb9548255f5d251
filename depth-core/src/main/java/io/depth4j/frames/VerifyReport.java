package io.depth4j.frames;

import java.util.List;

/**
 * What reading a whole store found.
 *
 * @param images how many were read
 * @param rows how many were read
 * @param problems what is wrong, one sentence each; empty if the store is sound
 * @param orphans parts that belong to no commit, left by writers that were killed; {@link FrameStore#compact} removes them
 */
public record VerifyReport(long images, long rows, List<String> problems, List<String> orphans) {

    public VerifyReport {
        problems = List.copyOf(problems);
        orphans = List.copyOf(orphans);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }
}
