package io.sreobservability.cloudwatch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How delivery goes about what cannot be delivered at once, for spans and for log records each, and whether its books are
 * published.
 *
 * @param directory where processes keep it on the disk, each in a directory of its own; null for memory only
 * @param memoryBytes the most that it may take in memory
 * @param diskBytes the most that it may take on the disk
 * @param selfMetrics whether the books are exported as metrics
 */
record DeliveryConfig(@Nullable Path directory, long memoryBytes, long diskBytes, boolean selfMetrics) {

    static final String DIRECTORY_KEY = "SRE_OBSERVABILITY_BUFFER_DIR";
    static final String MEMORY_KEY = "SRE_OBSERVABILITY_BUFFER_MEMORY_BYTES";
    static final String DISK_KEY = "SRE_OBSERVABILITY_BUFFER_DISK_BYTES";
    static final String SELF_METRICS_KEY = "SRE_OBSERVABILITY_SELF_METRICS";
    static final String SHUTDOWN_KEY = "SRE_OBSERVABILITY_SHUTDOWN_BUDGET_MILLIS";

    /** The directory of those who want none. */
    private static final String NONE = "none";

    private static final long DEFAULT_MEMORY = 16L * 1024 * 1024;
    private static final long DEFAULT_DISK = 256L * 1024 * 1024;
    private static final long LEAST = 64L * 1024;
    private static final long DEFAULT_SHUTDOWN_MILLIS = 5_000;

    static DeliveryConfig read(TelemetryMode mode, Function<String, @Nullable String> lookup) {
        return new DeliveryConfig(
                directory(mode, lookup),
                number(lookup, MEMORY_KEY, DEFAULT_MEMORY, LEAST, "bytes"),
                number(lookup, DISK_KEY, DEFAULT_DISK, LEAST, "bytes"),
                flag(lookup, SELF_METRICS_KEY));
    }

    /**
     * By default the place that the XDG rules name for what a program wants to find again after a restart. The demo's mode
     * leaves nothing on a disk unless asked to.
     */
    private static @Nullable Path directory(TelemetryMode mode, Function<String, @Nullable String> lookup) {
        String given = Destination.value(lookup, DIRECTORY_KEY, "");
        if (given.equals(NONE) || (given.isEmpty() && !mode.keepsOnDisk())) {
            return null;
        }
        try {
            return given.isEmpty() ? ofUser(lookup) : Path.of(given).toAbsolutePath();
        } catch (InvalidPathException notAPath) {
            throw new TelemetryConfigException(DIRECTORY_KEY, "expected a directory, or none");
        }
    }

    private static Path ofUser(Function<String, @Nullable String> lookup) {
        String state = Destination.value(lookup, "XDG_STATE_HOME", "");
        Path base = state.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".local", "state") : Path.of(state);
        return base.resolve("sre-observability").resolve("buffer").toAbsolutePath();
    }

    /** How long the end of telemetry may take. */
    static Duration shutdownBudget(Function<String, @Nullable String> lookup) {
        return Duration.ofMillis(number(lookup, SHUTDOWN_KEY, DEFAULT_SHUTDOWN_MILLIS, 0, "milliseconds"));
    }

    private static long number(
            Function<String, @Nullable String> lookup, String key, long byDefault, long least, String unit) {
        String given = Destination.value(lookup, key, Long.toString(byDefault));
        try {
            long number = Long.parseLong(given);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // The same error as for one that is too small.
        }
        throw new TelemetryConfigException(key, "expected a number of " + unit + ", at least " + least);
    }

    private static boolean flag(Function<String, @Nullable String> lookup, String key) {
        String given = Destination.value(lookup, key, "false");
        if (!given.equals("true") && !given.equals("false")) {
            throw new TelemetryConfigException(key, "expected true or false");
        }
        return given.equals("true");
    }
}
