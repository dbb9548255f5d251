package io.depth4j.frames;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A clock that stands until a test lets time pass. */
public final class FakeClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    public FakeClock(String time) {
        ZonedDateTime start = ZonedDateTime.parse(time);
        this.zone = start.getZone();
        this.now = start.toInstant();
    }

    /** Sets it back if the time is negative. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException("There is one zone here");
    }

    @Override
    public Instant instant() {
        return now;
    }
}
