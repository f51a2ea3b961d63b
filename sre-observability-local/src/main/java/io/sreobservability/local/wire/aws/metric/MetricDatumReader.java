package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.store.MetricDatum;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the data of one request. */
final class MetricDatumReader {
    private static final Duration MAX_AGE = Duration.ofDays(14);
    private static final Duration MAX_AHEAD = Duration.ofHours(2);
    private static final String NO_UNIT = "None";
    private static final Set<String> UNITS = Set.of(
            "Seconds",
            "Microseconds",
            "Milliseconds",
            "Bytes",
            "Kilobytes",
            "Megabytes",
            "Gigabytes",
            "Terabytes",
            "Bits",
            "Kilobits",
            "Megabits",
            "Gigabits",
            "Terabits",
            "Percent",
            "Count",
            "Bytes/Second",
            "Kilobytes/Second",
            "Megabytes/Second",
            "Gigabytes/Second",
            "Terabytes/Second",
            "Bits/Second",
            "Kilobits/Second",
            "Megabits/Second",
            "Gigabits/Second",
            "Terabits/Second",
            "Count/Second",
            NO_UNIT);

    private final String namespace;
    private final Instant now;

    MetricDatumReader(String namespace, Instant now) {
        this.namespace = namespace;
        this.now = now;
    }

    MetricDatum read(Parameters datum) throws AwsError {
        checkResolution(datum);
        return new MetricDatum(
                namespace,
                MetricNames.metric(datum),
                MetricNames.dimensions(datum),
                unit(datum),
                timestamp(datum),
                MetricValueReader.read(datum));
    }

    private static String unit(Parameters datum) throws AwsError {
        String unit = datum.text("Unit").orElse(NO_UNIT);
        if (!UNITS.contains(unit)) {
            throw invalid(datum, "Unit", "must be one of CloudWatch's units, such as Milliseconds, Count or None");
        }
        return unit;
    }

    private Instant timestamp(Parameters datum) throws AwsError {
        Instant timestamp = datum.time("Timestamp").orElse(now);
        if (timestamp.isBefore(now.minus(MAX_AGE))) {
            throw invalid(datum, "Timestamp", "must specify a time within the past two weeks");
        }
        if (timestamp.isAfter(now.plus(MAX_AHEAD))) {
            throw invalid(datum, "Timestamp", "must specify a time no more than two hours in the future");
        }
        return timestamp;
    }

    private static void checkResolution(Parameters datum) throws AwsError {
        OptionalDouble resolution = datum.number("StorageResolution");
        if (resolution.isPresent() && resolution.getAsDouble() != 1 && resolution.getAsDouble() != 60) {
            throw invalid(datum, "StorageResolution", "must be 1 or 60");
        }
    }

    private static AwsError invalid(Parameters datum, String member, String rule) {
        return new AwsError(
                AwsErrorCode.INVALID_PARAMETER_VALUE, "The parameter " + datum.path(member) + " " + rule + ".");
    }
}
