package io.depth4j.frames;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What an {@link IngestPipeline} watches, and how.
 *
 * @param watched the folder whose files are taken; those in folders in it are not
 * @param processed where files go that are in the store
 * @param failed where files go that are bad
 * @param names patterns of the names that are taken, such as {@code *.csv}, in any case; names that begin with a dot never are
 * @param settle how long the size and the time of a file stay as they are before it is taken
 * @param poll how long between two looks at the folder
 * @param workers how many files are read at a time
 * @param schedule when files that were left are tried again
 * @param retries what is done where reading, moving or storing fails
 * @param image gives the number of the image that a file's rows go to by the file's name; empty to make a new image of each
 * @param ingest how tables are read; its cancellation ends all work that is under way
 * @param clock tells the time, and in which zone the daily scan is
 */
public record PipelineOptions(
        Path watched,
        Path processed,
        Path failed,
        List<String> names,
        Duration settle,
        Duration poll,
        int workers,
        Schedule schedule,
        Retries retries,
        Optional<ToLongFunction<String>> image,
        IngestOptions ingest,
        Clock clock) {

    /**
     * When the whole folder is scanned while the pipeline is active.
     *
     * @param every how often; empty for never
     * @param daily at what time of each day; empty for at none
     */
    public record Schedule(Optional<Duration> every, Optional<LocalTime> daily) {

        private static final Schedule DEFAULTS =
                new Schedule(Optional.of(Duration.ofMinutes(30)), Optional.of(LocalTime.of(3, 0)));

        public Schedule {
            Objects.requireNonNull(daily, "daily");
            every.ifPresent(interval -> requirePositive("The time between two scans", interval));
        }

        /** Every half hour, and at three in the morning. */
        public static Schedule defaults() {
            return DEFAULTS;
        }

        /** Never. */
        public static Schedule off() {
            return new Schedule(Optional.empty(), Optional.empty());
        }

        public Schedule withEvery(Duration interval) {
            return new Schedule(Optional.of(interval), daily);
        }

        public Schedule withoutEvery() {
            return new Schedule(Optional.empty(), daily);
        }

        public Schedule withDaily(LocalTime time) {
            return new Schedule(every, Optional.of(time));
        }

        public Schedule withoutDaily() {
            return new Schedule(every, Optional.empty());
        }
    }

    /**
     * How often a file is tried where the fault is not its own. Then it is left in its folder for the next scan.
     *
     * @param attempts how often in all, at least once
     * @param first how long before the second attempt
     * @param factor by how much longer it is before each further one, at least 1
     */
    public record Retries(int attempts, Duration first, double factor) {

        private static final Retries DEFAULTS = new Retries(5, Duration.ofSeconds(1), 2);
        private static final double LONGEST_NANOS = Duration.ofDays(1).toNanos();

        public Retries {
            if (attempts < 1) {
                throw new IllegalArgumentException("A file is tried at least once, found " + attempts);
            }
            if (first.isNegative()) {
                throw new IllegalArgumentException("A delay is not negative, found " + first);
            }
            if (!(factor >= 1 && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Delays grow by a factor of at least 1, found " + factor);
            }
        }

        /** Five times: after 1, 2, 4 and 8 seconds more. */
        public static Retries defaults() {
            return DEFAULTS;
        }

        /** How long after an attempt, counted from 1, the next one follows; a day at most. */
        public Duration delay(int attempt) {
            double nanos = first.toMillis() * 1e6 * Math.pow(factor, attempt - 1.0);
            return Duration.ofNanos((long) Math.min(nanos, LONGEST_NANOS));
        }
    }

    public PipelineOptions {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(ingest, "ingest");
        Objects.requireNonNull(clock, "clock");
        watched = watched.toAbsolutePath().normalize();
        processed = processed.toAbsolutePath().normalize();
        failed = failed.toAbsolutePath().normalize();
        names = List.copyOf(names);
        if (processed.equals(watched) || failed.equals(watched)) {
            throw new IllegalArgumentException(
                    "Files leave the watched folder when they are done, but " + watched + " is to take them too");
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Expected patterns of names such as *.csv, found none");
        }
        if (settle.isNegative()) {
            throw new IllegalArgumentException("The time to settle is not negative, found " + settle);
        }
        requirePositive("The time between two looks", poll);
        if (workers < 1) {
            throw new IllegalArgumentException("There is at least one worker, found " + workers);
        }
    }

    private static void requirePositive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " is positive, found " + duration);
        }
    }

    /**
     * Takes {@code *.csv} and {@code *.csv.gz} that have not changed for two seconds, two at a time, and puts them into the folders
     * {@code processed} and {@code failed} beside them.
     */
    public static PipelineOptions watching(Path folder) {
        return new PipelineOptions(
                folder,
                folder.resolve("processed"),
                folder.resolve("failed"),
                List.of("*.csv", "*.csv.gz"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                2,
                Schedule.defaults(),
                Retries.defaults(),
                Optional.empty(),
                IngestOptions.defaults(),
                Clock.system(ZoneId.systemDefault()));
    }

    /** Puts files that are done elsewhere. A path that is not absolute begins in the watched folder. */
    public PipelineOptions withProcessed(Path folder) {
        return new PipelineOptions(
                watched,
                watched.resolve(folder),
                failed,
                names,
                settle,
                poll,
                workers,
                schedule,
                retries,
                image,
                ingest,
                clock);
    }

    /** Puts bad files elsewhere. A path that is not absolute begins in the watched folder. */
    public PipelineOptions withFailed(Path folder) {
        return new PipelineOptions(
                watched,
                processed,
                watched.resolve(folder),
                names,
                settle,
                poll,
                workers,
                schedule,
                retries,
                image,
                ingest,
                clock);
    }

    public PipelineOptions withNames(List<String> patterns) {
        return new PipelineOptions(
                watched, processed, failed, patterns, settle, poll, workers, schedule, retries, image, ingest, clock);
    }

    public PipelineOptions withSettle(Duration time) {
        return new PipelineOptions(
                watched, processed, failed, names, time, poll, workers, schedule, retries, image, ingest, clock);
    }

    public PipelineOptions withPoll(Duration interval) {
        return new PipelineOptions(
                watched, processed, failed, names, settle, interval, workers, schedule, retries, image, ingest, clock);
    }

    public PipelineOptions withWorkers(int count) {
        return new PipelineOptions(
                watched, processed, failed, names, settle, poll, count, schedule, retries, image, ingest, clock);
    }

    public PipelineOptions withSchedule(Schedule newSchedule) {
        return new PipelineOptions(
                watched, processed, failed, names, settle, poll, workers, newSchedule, retries, image, ingest, clock);
    }

    public PipelineOptions withRetries(Retries newRetries) {
        return new PipelineOptions(
                watched, processed, failed, names, settle, poll, workers, schedule, newRetries, image, ingest, clock);
    }

    /**
     * Brings files into images whose numbers their names tell. A file whose content went into that image already is not read into
     * it again.
     *
     * @param number of the image by the name of a file; an {@link IllegalArgumentException} makes the file a bad one
     */
    public PipelineOptions withImage(ToLongFunction<String> number) {
        return new PipelineOptions(
                watched,
                processed,
                failed,
                names,
                settle,
                poll,
                workers,
                schedule,
                retries,
                Optional.of(number),
                ingest,
                clock);
    }

    public PipelineOptions withIngest(IngestOptions options) {
        return new PipelineOptions(
                watched, processed, failed, names, settle, poll, workers, schedule, retries, image, options, clock);
    }

    public PipelineOptions withClock(Clock newClock) {
        return new PipelineOptions(
                watched, processed, failed, names, settle, poll, workers, schedule, retries, image, ingest, newClock);
    }
}
