package io.sreobservability.cloudwatch.metrics;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * An upper bound for the bytes a datum takes in a request, in the longest wire form CloudWatch has: Query, where every
 * value repeats its path ({@code MetricData.member.7.Values.member.12=3.5&}) and a special character takes three bytes.
 */
final class DatumSize {

    /** Action, version and a namespace of 255 escaped characters. */
    static final int REQUEST = 1024;

    private static final int BYTES_PER_CHARACTER = 3;
    private static final int PATH = "MetricData.member.1000.".length();
    private static final int NUMBER = "-2.2250738585072014E-308".length();
    private static final int VALUE = PATH + "Values.member.150=&".length() + NUMBER;
    private static final int COUNT = PATH + "Counts.member.150=&".length() + NUMBER;
    private static final int DIMENSION =
            2 * PATH + "Dimensions.member.30.Name=&".length() + "Dimensions.member.30.Value=&".length();
    private static final int FIXED_FIELDS = PATH
            + "MetricName=&".length()
            + PATH
            + "Unit=Kilobytes%2FSecond&".length()
            + PATH
            + "Value=&".length()
            + NUMBER
            + PATH
            + "Timestamp=2026-11-22T00%3A00%3A00.000000000Z&".length();

    private DatumSize() {}

    static int upperBound(MetricDatum datum) {
        int size = FIXED_FIELDS + BYTES_PER_CHARACTER * datum.metricName().length();
        for (Dimension dimension : datum.dimensions()) {
            size += DIMENSION
                    + BYTES_PER_CHARACTER
                            * (dimension.name().length() + dimension.value().length());
        }
        return size + VALUE * datum.values().size() + COUNT * datum.counts().size();
    }
}
