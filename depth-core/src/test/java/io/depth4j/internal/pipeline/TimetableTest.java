package io.depth4j.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.FakeClock;
import io.depth4j.frames.PipelineOptions.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scans come when the schedule says so, whatever clocks do. */
class TimetableTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The local times of the scans if it is asked every minute. */
    private static List<String> scans(Schedule schedule, String from, Duration span) {
        FakeClock clock = new FakeClock(from);
        Timetable timetable = new Timetable(schedule, clock);
        List<String> scans = new ArrayList<>();
        for (Instant end = clock.instant().plus(span); clock.instant().isBefore(end); clock.pass(MINUTE)) {
            if (timetable.isDue()) {
                scans.add(LocalDateTime.now(clock).toString());
            }
        }
        return scans;
    }

    @Test
    void byDefaultEveryHalfHourAndAtThree() {
        assertThat(scans(Schedule.defaults(), "2026-06-01T01:45:00+02:00[Europe/Berlin]", Duration.ofHours(2)))
                .containsExactly("2026-06-01T02:15", "2026-06-01T02:45", "2026-06-01T03:00", "2026-06-01T03:15");
    }

    @Test
    void onceADayAlsoWhenClocksChange() {
        Schedule atHalfPastTwo = Schedule.off().withDaily(LocalTime.of(2, 30));

        assertThat(scans(atHalfPastTwo, "2026-03-27T12:00:00+01:00[Europe/Berlin]", Duration.ofDays(4)))
                .containsExactly("2026-03-28T02:30", "2026-03-29T03:30", "2026-03-30T02:30", "2026-03-31T02:30");
        assertThat(scans(atHalfPastTwo, "2026-10-24T12:00:00+02:00[Europe/Berlin]", Duration.ofDays(3)))
                .containsExactly("2026-10-25T02:30", "2026-10-26T02:30", "2026-10-27T02:30");
    }

    @Test
    void neverIfItIsOff() {
        assertThat(scans(Schedule.off(), "2026-06-01T00:00:00+02:00[Europe/Berlin]", Duration.ofDays(3)))
                .isEmpty();
    }

    @Test
    void oneThatWasMissedIsMadeUpForOnce() {
        FakeClock clock = new FakeClock("2026-06-01T12:00:00+02:00[Europe/Berlin]");
        Timetable timetable = new Timetable(Schedule.defaults(), clock);

        clock.pass(Duration.ofDays(5));

        assertThat(timetable.isDue()).isTrue();
        assertThat(timetable.isDue()).isFalse();
        clock.pass(Duration.ofMinutes(30));
        assertThat(timetable.isDue()).isTrue();
    }

    @Test
    void aClockThatIsSetBackDoesNotPutScansOff() {
        FakeClock clock = new FakeClock("2026-06-01T12:00:00+02:00[Europe/Berlin]");
        Timetable timetable = new Timetable(Schedule.defaults(), clock);

        clock.pass(Duration.ofDays(-365));
        assertThat(timetable.isDue()).isFalse();
        clock.pass(Duration.ofMinutes(30));
        assertThat(timetable.isDue()).isTrue();
    }
}
