package io.depth4j.benchmarks.guard;

import io.depth4j.benchmarks.contest.Contest;
import io.depth4j.benchmarks.contest.Peer;
import java.util.function.Supplier;

/**
 * One line of the guard.
 *
 * @param contest makes the contest when its turn comes; not called where the peer is missing
 */
public record Pair(String name, Peer peer, Floors floors, Supplier<Contest> contest) {}
