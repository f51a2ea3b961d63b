package io.sreobservability.local.console;

import java.util.Locale;

/** Figures beside their bars, printed as they come. */
final class LoadReport {
    private final double factor;
    private int missed;

    /** Nothing yet; a machine that is slow by {@code factor} has bars that are wider by it. */
    LoadReport(double factor) {
        this.factor = factor;
    }

    void atMost(String what, double figure, double bar, String unit) {
        line(what, figure, "<=", bar * factor, unit, figure <= bar * factor);
    }

    void atLeast(String what, double figure, double bar, String unit) {
        line(what, figure, ">=", bar / factor, unit, figure >= bar / factor);
    }

    private void line(String what, double figure, String relation, double bar, String unit, boolean met) {
        missed += met ? 0 : 1;
        System.out.printf(
                Locale.ROOT, "%-6s %6.0f %s %5.0f %-8s %s%n", met ? "ok" : "MISSED", figure, relation, bar, unit, what);
    }

    /** Ends the report; returns the program's exit status. */
    int end() {
        System.out.println(missed == 0 ? "All bars are met." : missed + " missed.");
        return missed == 0 ? 0 : 1;
    }
}
