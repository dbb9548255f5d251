package io.depth4j.spi;

import java.util.Objects;
import java.util.Optional;

/** Whether something can be used here. */
public sealed interface Availability {

    /** It can. */
    record Ready(String version) implements Availability {
        public Ready {
            Objects.requireNonNull(version, "version");
        }
    }

    /**
     * It cannot.
     *
     * @param reason what is missing, and what to add
     */
    record Missing(String reason, Optional<Throwable> cause) implements Availability {
        public Missing {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(cause, "cause");
        }
    }
}
