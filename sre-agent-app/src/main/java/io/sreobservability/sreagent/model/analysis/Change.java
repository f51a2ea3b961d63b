package io.sreobservability.sreagent.model.analysis;

import io.sreobservability.sreagent.model.analysis.Observation.Measure;

/** One number in the first and in the last row, and since when it has been worse than at first. */
record Change(Quantity quantity, double first, double last, String since) {

    /**
     * How many times worse the last value is than the first; 1 or less: not worse. Shares that are good when high
     * are compared by what is missing to 100 %, so that 99.99 % to 99 % counts as a hundred times worse.
     */
    double factor() {
        if (quantity.direction() == Quantity.Direction.BAD_WHEN_LOW) {
            return quantity.percent() ? ratio(100 - first, 100 - last) : ratio(last, first);
        }
        return ratio(first, last);
    }

    /** Such as "33.3x"; empty for what fell or began at nothing. */
    String ratio() {
        return first > 0 && last > first ? Quantity.number(Math.round(last / first * 10) / 10.0) + "x" : "";
    }

    double weight() {
        return quantity.prominence() * Math.min(1, 0.5 + Math.log10(factor()) / 4);
    }

    Measure measure() {
        return new Measure(quantity.type(), quantity.unit(), first, last, since);
    }

    private static double ratio(double from, double to) {
        if (to <= from) {
            return to <= 0 || from <= 0 ? 1 : to / from;
        }
        return from <= 0 ? 10 : to / from;
    }
}
