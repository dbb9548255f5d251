package io.depth4j.internal.pipeline;

import io.depth4j.frames.PipelineOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Tells when the next scan is due. One that was missed, as while a machine slept, is made up for once. One thread asks. */
final class Timetable {

    private final PipelineOptions.Schedule schedule;
    private final Clock clock;
    private Instant asked;
    private Instant nextOfInterval;
    private Instant nextOfDay;

    /** The first scan is due one interval from now, or at the time of day. */
    Timetable(PipelineOptions.Schedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
        this.asked = clock.instant();
        this.nextOfInterval = afterInterval(asked);
        this.nextOfDay = nextDay(asked);
    }

    /** Whether a scan has become due since this was last asked. */
    boolean isDue() {
        Instant now = clock.instant();
        if (now.isBefore(asked)) {
            // The clock was set back: what was far off may be further off now.
            nextOfInterval = afterInterval(now);
            nextOfDay = nextDay(now);
        }
        asked = now;
        boolean interval = !now.isBefore(nextOfInterval);
        boolean day = !now.isBefore(nextOfDay);
        if (interval) {
            nextOfInterval = afterInterval(now);
        }
        if (day) {
            nextOfDay = nextDay(now);
        }
        return interval || day;
    }

    private Instant afterInterval(Instant now) {
        return schedule.every().map(now::plus).orElse(Instant.MAX);
    }

    private Instant nextDay(Instant now) {
        return schedule.daily().map(time -> next(time, now)).orElse(Instant.MAX);
    }

    private Instant next(LocalTime time, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Instant next = at(today, time);
        return next.isAfter(now) ? next : at(today.plusDays(1), time);
    }

    /** A time that a day does not have, because clocks go forward then, is as much later. */
    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }
}
