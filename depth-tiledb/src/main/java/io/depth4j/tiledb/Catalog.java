package io.depth4j.tiledb;

import io.depth4j.MalformedInputException;
import io.depth4j.frames.ForgottenException;
import io.depth4j.frames.StoreCommit;
import io.depth4j.tiledb.CatalogJson.Base;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The order of all commits: a file for each, numbered without a gap, and a base that stands for those before it. A commit is there
 * once its file is. Reading needs no lock.
 */
final class Catalog {

    private static final String BASE = "base-";
    private static final String COMMIT = "commit-";
    private static final String FORMAT = "format.json";
    /** Files that name one base after the other. None is ever written again, so that all that is read is whole. */
    private static final String HEAD = "head-";
    /** After so long it is looked whether another process has compacted commits that were not read yet. */
    private static final long LOOK_NANOS = 1_000_000_000;

    /** What a commit is to be; its number and time are given when it is published. */
    record Draft(
            StoreCommit.Kind kind,
            OptionalLong image,
            long added,
            long replaced,
            Map<String, String> note,
            Function<Instant, Change> change) {}

    private final CatalogFolder folder;
    private final InstantSource clock;
    private State base;
    private volatile State now;
    private final List<StoreCommit> log = new ArrayList<>();
    private final List<Commit> commits = new ArrayList<>();
    private long looked;
    private long head;

    Catalog(CatalogFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.base = State.empty();
        this.now = base;
        load();
    }

    /** Whether there is one, which this program can read. */
    static boolean isIn(CatalogFolder folder) {
        if (!folder.exists(FORMAT)) {
            return false;
        }
        long found = parsed(folder, FORMAT, CatalogJson::version);
        if (found != CatalogJson.VERSION) {
            throw new StoreException("The store of " + folder.told(FORMAT) + " has version " + found
                    + ", this program reads version " + CatalogJson.VERSION);
        }
        return true;
    }

    /** Reads a file, and says which one it is where it holds something else. */
    private static <T> T parsed(CatalogFolder folder, String name, Function<byte[], T> parser) {
        byte[] content = folder.read(name);
        try {
            return parser.apply(content);
        } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StoreException(
                    "The catalog's file " + folder.told(name) + " of " + content.length + " bytes is damaged", e);
        }
    }

    /** Makes an empty one, unless there is one. */
    static void create(CatalogFolder folder) {
        if (!isIn(folder)) {
            folder.write(baseOf(0), CatalogJson.write(new Base(State.empty(), List.of())));
            folder.write(HEAD + 0, number(0));
            folder.write(FORMAT, CatalogJson.format());
        }
    }

    private static String digits(long number) {
        return String.format("%019d", number);
    }

    private static String fileOf(long commit) {
        return COMMIT + digits(commit) + ".json";
    }

    private static String baseOf(long commit) {
        return BASE + digits(commit) + ".json";
    }

    private static byte[] number(long base) {
        return String.valueOf(base).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The latest head.
     *
     * @param number its own
     * @param base the commit that the base stands for which it names
     */
    private record Head(long number, long base) {}

    /** Changes nothing: a head that cannot be read now is one that has not been seen. */
    private Head latestHead() {
        long latest = head;
        while (folder.exists(HEAD + (latest + 1))) {
            latest++;
        }
        long base = parsed(
                folder, HEAD + latest, content -> Long.parseLong(new String(content, StandardCharsets.US_ASCII)));
        return new Head(latest, base);
    }

    private Commit read(long number) {
        Commit commit = parsed(folder, fileOf(number), CatalogJson::read);
        if (commit.number() != number) {
            throw new StoreException("The catalog's file " + folder.told(fileOf(number)) + " should hold commit "
                    + number + ", found " + commit.number());
        }
        return commit;
    }

    private synchronized void load() {
        looked = System.nanoTime();
        Head latest = latestHead();
        Base read = parsed(folder, baseOf(latest.base()), CatalogJson::readBase);
        head = latest.number();
        base = read.state();
        log.clear();
        log.addAll(read.log());
        commits.clear();
        now = base;
        catchUp();
    }

    /** The latest state. */
    State now() {
        if (folder.exists(fileOf(now.number() + 1))) {
            catchUp();
        } else if (System.nanoTime() - looked > LOOK_NANOS) {
            lookAtHead();
        }
        return now;
    }

    /**
     * The latest state for one who writes, under the lock: also where others have committed and compacted meanwhile, so that
     * the next commit's file is not there although there are commits.
     */
    private State latest() {
        lookAtHead();
        return now();
    }

    private synchronized void catchUp() {
        State state = now;
        while (folder.exists(fileOf(state.number() + 1))) {
            Commit commit = read(state.number() + 1);
            state = state.after(commit);
            log.add(commit.told());
            commits.add(commit);
        }
        now = state;
    }

    private synchronized void lookAtHead() {
        looked = System.nanoTime();
        if (folder.exists(HEAD + (head + 1))) {
            Head latest = latestHead();
            if (latest.base() > now.number()) {
                load();
            } else {
                head = latest.number();
            }
        }
    }

    /** The earliest state that is known. */
    synchronized State oldest() {
        return base;
    }

    /** The state at a moment. */
    synchronized State at(Instant moment) {
        now();
        if (moment.isBefore(base.time())) {
            throw new ForgottenException(moment, base.time());
        }
        State state = base;
        for (Commit commit : commits) {
            if (commit.told().time().isAfter(moment)) {
                break;
            }
            state = state.after(commit);
        }
        return state;
    }

    synchronized List<StoreCommit> log(long before, int limit) {
        now();
        List<StoreCommit> found = new ArrayList<>();
        for (int i = (int) Math.min(log.size(), Math.max(before, 1) - 1) - 1; i >= 0 && found.size() < limit; i--) {
            found.add(log.get(i));
        }
        return found;
    }

    synchronized Optional<StoreCommit> noted(String key, String value) {
        now();
        for (int i = log.size() - 1; i >= 0; i--) {
            if (value.equals(log.get(i).note().get(key))) {
                return Optional.of(log.get(i));
            }
        }
        return Optional.empty();
    }

    /** Publishes what comes out when the latest state is looked at, if anything does. No other commit comes in between. */
    Optional<Commit> publish(Function<State, Optional<Draft>> drafted) {
        try {
            return folder.alone(() -> {
                State latest = latest();
                Optional<Draft> draft = drafted.apply(latest);
                return draft.map(wanted -> written(latest, wanted));
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException("The commit failed", e);
        }
    }

    private Commit written(State latest, Draft draft) {
        Instant time = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant after = latest.time().plus(1, ChronoUnit.MICROS);
        Instant moment = time.isBefore(after) ? after : time;
        StoreCommit told = new StoreCommit(
                latest.number() + 1,
                moment,
                draft.kind(),
                draft.image(),
                draft.added(),
                draft.replaced(),
                draft.note());
        Commit commit = new Commit(told, draft.change().apply(moment));
        folder.write(fileOf(commit.number()), CatalogJson.write(commit));
        adopt(commit);
        return commit;
    }

    /** Takes a commit of our own as it is: its file is there, so that nothing may fail any more. */
    private synchronized void adopt(Commit commit) {
        if (commit.number() == now.number() + 1) {
            now = now.after(commit);
            log.add(commit.told());
            commits.add(commit);
        }
    }

    /** Makes the state at a moment the earliest one that is known; what it is then. */
    State forget(Instant before) {
        try {
            return folder.alone(() -> {
                latest();
                synchronized (this) {
                    State horizon = before.isBefore(base.time()) ? base : at(before);
                    long first = base.number();
                    if (horizon.number() > first) {
                        List<StoreCommit> told = log.subList(0, (int) horizon.number());
                        folder.write(baseOf(horizon.number()), CatalogJson.write(new Base(horizon, told)));
                        folder.write(HEAD + (head + 1), number(horizon.number()));
                        load();
                        clean(first);
                    }
                    return base;
                }
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException("The past could not be forgotten", e);
        }
    }

    private void clean(long first) {
        for (long number = first + 1; number <= base.number(); number++) {
            folder.delete(fileOf(number));
        }
        folder.delete(baseOf(first));
    }

    /** The segments that some state refers to which is known. */
    synchronized Set<String> segments() {
        Set<String> segments = new HashSet<>();
        base.images().values().forEach(image -> image.runs().forEach(run -> segments.add(run.segment())));
        for (Commit commit : commits) {
            if (commit.change() instanceof Change.Add add) {
                add.runs().forEach(run -> segments.add(run.segment()));
            } else if (commit.change() instanceof Change.Merge merge) {
                merge.images().forEach(merged -> segments.add(merged.run().segment()));
            }
        }
        return segments;
    }
}
