package io.sreobservability.local.wire.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Errors that were asked for, to rehearse a bad day of the service: each one is the answer to one request to send data. */
public final class Faults {

    /**
     * One answer instead of the endpoint's own.
     *
     * @param status such as 503, or 429 for throttling
     * @param retryAfterSeconds what the header {@code Retry-After} says; null for none
     */
    public record Fault(int status, @Nullable Integer retryAfterSeconds) {}

    private final Queue<Fault> planned = new ConcurrentLinkedQueue<>();

    /** Answers the next {@code times} requests so. */
    public void plan(int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            planned.add(fault);
        }
    }

    @Nullable
    Fault next() {
        return planned.poll();
    }
}
