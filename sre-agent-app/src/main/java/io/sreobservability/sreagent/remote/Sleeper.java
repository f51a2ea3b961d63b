package io.sreobservability.sreagent.remote;

import java.time.Duration;

/** Waits. Injected, so that tests count waits instead of sitting through them. */
@FunctionalInterface
public interface Sleeper {
    /** Waits in the calling thread. */
    void sleep(Duration duration) throws InterruptedException;

    /** The real one. */
    static Sleeper real() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
