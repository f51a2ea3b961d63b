package io.sreobservability.aspects.health;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the engine had to correct or swallow. Thread-safe; the counts only grow. */
public final class EngineCounters {
    private final LongAdder faults = new LongAdder();
    private final LongAdder normalisedNames = new LongAdder();
    private final LongAdder staleFrames = new LongAdder();
    private final LongAdder refusedContexts = new LongAdder();
    private final LongAdder missingRequired = new LongAdder();

    /** One throwable inside telemetry was swallowed. */
    public void fault() {
        faults.increment();
    }

    /** One span's name had a part outside the grammar or outside its closed set of words. */
    public void normalisedName() {
        normalisedNames.increment();
    }

    /** One frame was left on a thread's stack by an exit that never came. */
    public void staleFrame() {
        staleFrames.increment();
    }

    /** One span lacked an attribute that the standard requires. */
    public void incompleteSpan() {
        missingRequired.increment();
    }

    /** One request came with trace headers or baggage of which something was refused. */
    public void refusedContext() {
        refusedContexts.increment();
    }

    /** How many throwables were swallowed. */
    public long faults() {
        return faults.sum();
    }

    /** How many span names were changed to fit the grammar or their closed sets of words. */
    public long normalisedNames() {
        return normalisedNames.sum();
    }

    /** How many frames were closed because their exit never came. */
    public long staleFrames() {
        return staleFrames.sum();
    }

    /** How many spans lacked a required attribute, set on them or inherited. */
    public long missingRequired() {
        return missingRequired.sum();
    }

    /** How many requests came with trace headers or baggage of which something was refused. */
    public long refusedContexts() {
        return refusedContexts.sum();
    }
}
