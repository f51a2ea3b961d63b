package io.sreobservability.local.wire.aws.metric;

import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules for what identifies a metric: namespace, name and dimensions. */
final class MetricNames {
    private static final int MAX_NAME = 255;
    private static final int MAX_DIMENSION_VALUE = 1_024;
    private static final int MAX_DIMENSIONS = 30;

    private MetricNames() {}

    static String namespace(Parameters request) throws AwsError {
        String namespace = required(request, "Namespace", MAX_NAME);
        refuseUnlessAscii(request.path("Namespace"), namespace);
        refuseColon(request.path("Namespace"), namespace);
        if (namespace.startsWith("AWS/")) {
            throw invalid(request.path("Namespace"), "must not begin with AWS/, which is reserved for AWS services");
        }
        return namespace;
    }

    static String metric(Parameters datum) throws AwsError {
        return required(datum, "MetricName", MAX_NAME);
    }

    static SortedMap<String, String> dimensions(Parameters datum) throws AwsError {
        List<Parameters> members = datum.structures("Dimensions");
        if (members.size() > MAX_DIMENSIONS) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The collection " + datum.path("Dimensions") + " must not have a size greater than "
                            + MAX_DIMENSIONS + "; it has " + members.size() + ".");
        }
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (Parameters member : members) {
            String name = dimensionText(member, "Name", MAX_NAME);
            refuseColon(member.path("Name"), name);
            if (dimensions.putIfAbsent(name, dimensionText(member, "Value", MAX_DIMENSION_VALUE)) != null) {
                throw invalid(member.path("Name"), "must not repeat: no metric may name the same dimension twice");
            }
        }
        return dimensions;
    }

    private static String dimensionText(Parameters dimension, String member, int maximum) throws AwsError {
        String text = required(dimension, member, maximum);
        refuseUnlessAscii(dimension.path(member), text);
        if (text.isBlank()) {
            throw invalid(dimension.path(member), "must have a character that is not a space");
        }
        return text;
    }

    private static String required(Parameters parameters, String member, int maximum) throws AwsError {
        String path = parameters.path(member);
        String text = parameters
                .text(member)
                .orElseThrow(
                        () -> new AwsError(AwsErrorCode.MISSING_PARAMETER, "The parameter " + path + " is required."));
        if (text.isEmpty() || text.length() > maximum) {
            throw invalid(path, "must be 1 to " + maximum + " characters long; it has " + text.length());
        }
        return text;
    }

    private static void refuseUnlessAscii(String path, String text) throws AwsError {
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw invalid(path, "must contain only ASCII characters, and no control characters");
        }
    }

    private static void refuseColon(String path, String text) throws AwsError {
        if (text.startsWith(":")) {
            throw invalid(path, "must not begin with a colon");
        }
    }

    private static AwsError invalid(String path, String rule) {
        return new AwsError(AwsErrorCode.INVALID_PARAMETER_VALUE, "The parameter " + path + " " + rule + ".");
    }
}
