package io.sreobservability.aspects.health;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a throwable of telemetry ends: counted, and mentioned in the log at most once a minute, unless the stack has
 * overflowed. Never throws. Thread-safe.
 */
public final class FaultLog {
    private static final long QUIET_NANOS = 60_000_000_000L;
    private static final String MESSAGE =
            "Telemetry failed and was skipped; the application goes on unchanged. Faults so far: {}, the latest: {}";

    private final EngineCounters counters;
    private final LongSupplier nanoTime;
    private final BiConsumer<Long, String> warning;
    private final AtomicLong nextWarning;

    /**
     * A log of faults.
     *
     * @param counters gets every fault
     * @param nanoTime the clock of the limit, like {@link System#nanoTime()}
     * @param warning writes one warning from the number of faults so far and a description of the latest
     */
    FaultLog(EngineCounters counters, LongSupplier nanoTime, BiConsumer<Long, String> warning) {
        this.counters = counters;
        this.nanoTime = nanoTime;
        this.warning = warning;
        this.nextWarning = new AtomicLong(nanoTime.getAsLong());
    }

    /** A log of faults that warns through SLF4J. */
    public static FaultLog slf4j(EngineCounters counters) {
        // The logger is looked up at the first warning: a broken logging set-up is then one more fault, not a failed
        // class.
        return new FaultLog(counters, System::nanoTime, (count, latest) -> logger().warn(MESSAGE, count, latest));
    }

    /** Swallows a throwable. */
    public void record(Throwable thrown) {
        try {
            counters.fault();
            if (thrown instanceof StackOverflowError) {
                // A class that is first used where there is no stack left can stay broken for the whole program: the
                // logger's, or the JDK's own for stack traces.
                return;
            }
            long now = nanoTime.getAsLong();
            long due = nextWarning.get();
            if (now - due < 0) {
                return;
            }
            String latest = describe(thrown); // before the minute's turn is taken: it must not be taken in vain
            if (nextWarning.compareAndSet(due, now + QUIET_NANOS)) {
                warning.accept(counters.faults(), latest);
            }
        } catch (Throwable nothingLeftToTry) {
            // Out of stack or memory, or a broken logger: silence is the only way not to disturb the application.
        }
    }

    /** Class and place only: the message may hold content. The place only of the JDK's classes, for others' methods may do anything. */
    private static String describe(Throwable thrown) {
        Class<?> type = thrown.getClass();
        StackTraceElement[] trace = type.getClassLoader() == null ? thrown.getStackTrace() : new StackTraceElement[0];
        return type.getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static Logger logger() {
        return LoggerFactory.getLogger("io.sreobservability");
    }
}
