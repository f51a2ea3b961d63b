package io.sreobservability.aspects.engine;

/**
 * How many series a metric may have. CloudWatch bills every combination of dimension values as a metric of its own.
 *
 * @param valuesPerDimension how many values of one dimension are told apart; the rest share the value {@code _OTHER}, so that sums stay true
 * @param identifiers whether attributes that name a person are dimensions at all
 */
record DimensionLimits(int valuesPerDimension, boolean identifiers) {
    static final DimensionLimits STANDARD = new DimensionLimits(500, true);

    /** A roll-up leaves out what has many values. */
    static final int SERIES_PER_ROLLUP = 150;

    /** Below the 2,000 of the OpenTelemetry SDK, which beyond that drops the dimensions altogether. */
    static final int SERIES_PER_METRIC = 1_900;
}
