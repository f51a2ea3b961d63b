package io.sreobservability.sreagent.agent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Until when an investigation may run. It is brought forward while it runs: how long its user wants it to take at most is
 * known only when memory was read. Safe for use by several threads.
 */
final class Deadline {
    /** Of the time that is left agents get this much, so that the rest is enough to report what they found. */
    private static final double AGENTS_SHARE = 0.8;

    /** Of what they leave, the summary gets this much: a report without it is written in a moment. */
    private static final double SUMMARY_SHARE = 0.9;

    private final CompletableFuture<Object> passed = new CompletableFuture<>();
    private final LongSupplier nanos;
    private final long start;
    private Duration limit;
    private boolean wished;

    /** A deadline that counts from now on. */
    Deadline(Duration limit) {
        this(limit, System::nanoTime);
    }

    /** A deadline by another clock; the real one still decides when it has {@linkplain #passed() passed}. */
    Deadline(Duration limit, LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.limit = limit;
        passed.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Brings it forward, if that is what the wish means. */
    synchronized void atMost(Duration wish) {
        if (wish.compareTo(limit) < 0) {
            limit = wish;
            wished = true;
            passed.orTimeout(left().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** How long agents may take that could take as long as given: no longer than what was used up before leaves them. */
    synchronized Duration agents(Duration most) {
        Duration share = ofLeft(AGENTS_SHARE);
        return share.compareTo(most) < 0 ? share : most;
    }

    /** How long the model may take to sum up. */
    synchronized Duration summary() {
        return ofLeft(SUMMARY_SHARE);
    }

    private Duration ofLeft(double share) {
        return Duration.ofNanos((long) (left().toNanos() * share));
    }

    private Duration left() {
        Duration left = limit.minusNanos(nanos.getAsLong() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Fails with a {@link java.util.concurrent.TimeoutException} when it has passed; complete it to stop the clock. */
    CompletableFuture<Object> passed() {
        return passed;
    }

    /** In words for whoever asked: how long it was, and by whose wish. */
    synchronized String inWords() {
        return limit.toSeconds() + " s" + (wished ? ", as max_investigation_time_minutes of its user wants it" : "");
    }
}
