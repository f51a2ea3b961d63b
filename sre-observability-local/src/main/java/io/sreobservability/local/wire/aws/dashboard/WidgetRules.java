package io.sreobservability.local.wire.aws.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The rules for the properties of the simpler widgets. */
final class WidgetRules {
    private static final int MAX_QUERY = 10_000;
    private static final int MAX_ALARMS = 100;

    private WidgetRules() {}

    /** A Logs Insights query; it names its log groups itself: {@code SOURCE 'group' | fields …}. */
    static void log(String path, JsonNode properties, Findings findings) {
        findings.requireText(path, properties, "region");
        findings.requireText(path, properties, "query");
        findings.allowOnly(path, properties, "view", List.of("table", "timeSeries", "bar", "pie"));
        String query = properties.path("query").asText("");
        if (!query.isEmpty() && !query.stripLeading().startsWith("SOURCE ")) {
            findings.add(path + "/query", "Should begin with SOURCE and the log group");
        }
        if (query.length() > MAX_QUERY) {
            findings.add(path + "/query", "Should have at most " + MAX_QUERY + " characters");
        }
    }

    static void text(String path, JsonNode properties, Findings findings) {
        findings.requireText(path, properties, "markdown");
        findings.allowOnly(path, properties, "background", List.of("transparent", "solid"));
    }

    static void alarm(String path, JsonNode properties, Findings findings) {
        findings.allowList(path, properties, "alarms", MAX_ALARMS);
        if (properties.path("alarms").isEmpty()) {
            findings.add(path + "/alarms", "Should name at least one alarm");
        }
    }

    /** A widget drawn by a Lambda function. */
    static void custom(String path, JsonNode properties, Findings findings) {
        findings.requireText(path, properties, "endpoint");
    }
}
