package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import java.util.Set;

/**
 * The members that a metric widget's properties and the options of one metric can have. CloudWatch ignores others, and with
 * them what a misspelt one was to show. Source: "Dashboard body structure and syntax" of CloudWatch's API.
 */
final class MetricWidgetMembers {
    private static final Set<String> PROPERTIES = Set.of(
            "accountId",
            "annotations",
            "end",
            "gauge",
            "labels",
            "legend",
            "liveData",
            "metrics",
            "period",
            "region",
            "setPeriodToTimeRange",
            "singleValueFullPrecision",
            "sparkline",
            "stacked",
            "start",
            "stat",
            "table",
            "timezone",
            "title",
            "trend",
            "view",
            "yAxis");

    private static final Set<String> OPTIONS =
            Set.of("accountId", "color", "expression", "id", "label", "period", "region", "stat", "visible", "yAxis");

    private MetricWidgetMembers() {}

    /** Whether it is a property of the widget. */
    static boolean has(String property) {
        return PROPERTIES.contains(property);
    }

    static void checkProperties(JsonObject properties, Findings findings) {
        check(properties, PROPERTIES, "property of a metric widget", findings);
    }

    static void checkOptions(JsonObject options, Findings findings) {
        check(options, OPTIONS, "option of a metric", findings);
    }

    private static void check(JsonObject object, Set<String> known, String what, Findings findings) {
        object.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                unknown(name, value, known, what, findings);
            }
        });
    }

    private static void unknown(String name, JsonValue value, Set<String> known, String what, Findings findings) {
        findings.addUnknown(ProofCode.NOT_CHECKED, value.place(), name, known, "\"" + name + "\" is no known " + what);
    }
}
