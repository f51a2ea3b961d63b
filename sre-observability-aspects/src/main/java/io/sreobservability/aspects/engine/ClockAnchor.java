package io.sreobservability.aspects.engine;

/**
 * One moment on both clocks, taken at the first span of a trace in this process. All spans below count from it, so a
 * wall clock that is set back meanwhile can't make a child start before its parent or a duration negative.
 *
 * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
 * @param nanoTime the same moment on the clock that never jumps
 */
record ClockAnchor(long epochNanos, long nanoTime) {
    static ClockAnchor now(TimeSource time) {
        return new ClockAnchor(time.epochNanos(), time.nanoTime());
    }

    long epochNanosAt(long laterNanoTime) {
        return epochNanos + (laterNanoTime - nanoTime);
    }
}
