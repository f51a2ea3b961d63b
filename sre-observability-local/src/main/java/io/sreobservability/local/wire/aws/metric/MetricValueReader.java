package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.store.MetricValues;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.ArrayList;
import java.util.List;

/** Reads the samples of a datum: {@code Value}, {@code Values} with {@code Counts}, or {@code StatisticValues}. */
final class MetricValueReader {
    private static final int MAX_VALUES = 150;
    private static final double MAX_MAGNITUDE = Math.scalb(1.0, 360);
    private static final double MIN_MAGNITUDE = Math.scalb(1.0, -360);

    private MetricValueReader() {}

    static MetricValues read(Parameters datum) throws AwsError {
        List<String> forms = new ArrayList<>();
        for (String form : List.of("Value", "Values", "StatisticValues")) {
            if (datum.has(form)
                    && !(form.equals("Values") && datum.numbers("Values").isEmpty())) {
                forms.add(datum.path(form));
            }
        }
        if (forms.isEmpty()) {
            throw new AwsError(
                    AwsErrorCode.MISSING_PARAMETER,
                    "At least one of the parameters " + datum.path("Value") + ", " + datum.path("Values") + " and "
                            + datum.path("StatisticValues") + " must be specified.");
        }
        if (forms.size() > 1) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_COMBINATION,
                    "The parameters " + String.join(" and ", forms) + " are mutually exclusive.");
        }
        return read(datum, forms.get(0));
    }

    private static MetricValues read(Parameters datum, String form) throws AwsError {
        if (form.equals(datum.path("Values"))) {
            return distribution(datum);
        }
        if (datum.has("Counts") && !datum.numbers("Counts").isEmpty()) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_COMBINATION,
                    "The parameter " + datum.path("Counts") + " can only be used with " + datum.path("Values") + ".");
        }
        if (form.equals(datum.path("Value"))) {
            return MetricValues.Distribution.ofSingles(List.of(required(datum, "Value")));
        }
        Parameters set = datum.structure("StatisticValues").orElseThrow();
        return new MetricValues.StatisticSet(
                required(set, "SampleCount"), required(set, "Sum"), required(set, "Minimum"), required(set, "Maximum"));
    }

    private static MetricValues distribution(Parameters datum) throws AwsError {
        List<Double> values = numbers(datum, "Values");
        List<Double> counts = numbers(datum, "Counts");
        if (counts.isEmpty()) {
            return MetricValues.Distribution.ofSingles(values);
        }
        if (counts.size() != values.size()) {
            throw invalid(
                    datum.path("Counts"),
                    "must be of the same size as " + datum.path("Values") + "; they have " + counts.size() + " and "
                            + values.size());
        }
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) < 0) {
                throw invalid(datum.path("Counts") + ".member." + (i + 1), "must not be negative");
            }
        }
        return new MetricValues.Distribution(values, counts);
    }

    private static List<Double> numbers(Parameters datum, String member) throws AwsError {
        List<Double> numbers = datum.numbers(member);
        if (numbers.size() > MAX_VALUES) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The collection " + datum.path(member) + " must not have a size greater than " + MAX_VALUES
                            + "; it has " + numbers.size() + ".");
        }
        for (int i = 0; i < numbers.size(); i++) {
            checkRange(datum.path(member) + ".member." + (i + 1), numbers.get(i));
        }
        return numbers;
    }

    private static double required(Parameters parameters, String member) throws AwsError {
        double number = parameters
                .number(member)
                .orElseThrow(() -> new AwsError(
                        AwsErrorCode.MISSING_PARAMETER, "The parameter " + parameters.path(member) + " is required."));
        checkRange(parameters.path(member), number);
        return number;
    }

    private static void checkRange(String path, double number) throws AwsError {
        if (Double.isNaN(number)) {
            throw invalid(path, "must be a number; it is NaN");
        }
        double magnitude = Math.abs(number);
        if (magnitude > MAX_MAGNITUDE || (magnitude < MIN_MAGNITUDE && number != 0)) {
            throw invalid(path, "must be 0 or within 2^-360 to 2^360, positive or negative");
        }
    }

    private static AwsError invalid(String path, String rule) {
        return new AwsError(AwsErrorCode.INVALID_PARAMETER_VALUE, "The parameter " + path + " " + rule + ".");
    }
}
