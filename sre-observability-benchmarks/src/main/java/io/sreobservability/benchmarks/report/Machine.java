package io.sreobservability.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where and when something was measured. */
final class Machine {
    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

    private Machine() {}

    /** How many threads wanted a processor in the last minute; negative if the system does not say. */
    static double load() {
        return SYSTEM.getSystemLoadAverage();
    }

    /**
     * One line for under a table.
     *
     * @param commit what was measured
     */
    static String describe(String commit, double loadBefore) {
        return String.format(
                Locale.ROOT,
                "%s, commit %s; %d processors, %s %s, %s %s; load %.1f before and %.1f after",
                LocalDate.now(ZoneOffset.UTC),
                commit,
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getName(),
                SYSTEM.getArch(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                loadBefore,
                load());
    }
}
