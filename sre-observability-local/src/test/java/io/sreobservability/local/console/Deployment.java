package io.sreobservability.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.local.Http;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** What a set-up does: our dashboard and queries as they are in {@code dashboards/}, and metrics such as the demo's. */
final class Deployment {
    static final String NAMESPACE = "SREAgent/Production";
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=anybody/20260101/us-east-1/monitoring/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=00";
    private static final Path FOLDER = Path.of("../dashboards");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;

    Deployment(Http http) {
        this.http = http;
    }

    void deploy() throws IOException {
        dashboard(
                "SREAgentObservability",
                JSON.readTree(FOLDER.resolve("cloudwatch-dashboard.json").toFile()));
        for (JsonNode query :
                JSON.readTree(FOLDER.resolve("insights-queries.json").toFile())) {
            query(
                    query.get("name").asText(),
                    query.get("query").asText(),
                    query.get("logGroup").asText());
        }
    }

    void query(String name, String text, String logGroup) {
        call(
                "Logs_20140328.PutQueryDefinition",
                JSON.createObjectNode()
                        .put("name", name)
                        .put("queryString", text)
                        .set("logGroupNames", JSON.valueToTree(List.of(logGroup))));
    }

    void dashboard(String name, JsonNode body) {
        call(
                "GraniteServiceVersion20100801.PutDashboard",
                JSON.createObjectNode().put("DashboardName", name).put("DashboardBody", body.toString()));
    }

    /** Metrics of every panel, of the minute of {@code now} (seconds since 1970) and of the two before. */
    void metrics(long now) {
        for (int minute = 0; minute < 3; minute++) {
            long time = now - 60L * minute;
            for (String agent : List.of("kubernetes", "logs", "metrics")) {
                metric("AgentRouting", time, 3 - minute, "Count", "AgentName", agent);
                metric("AgentInvocation", time, 2_400 + 300 * minute, "Milliseconds", "AgentName", agent);
                metric(
                        "ToolExecution",
                        time,
                        180 + 20 * minute,
                        "Milliseconds",
                        "ToolName",
                        "get_pod_status",
                        "AgentName",
                        agent);
            }
            metric("AgentInvocation", time, 3_000, "Milliseconds", "AgentName", "supervisor", "UserID", "Alice");
            metric(
                    "ComponentError",
                    time,
                    1,
                    "Count",
                    "Component",
                    "tool",
                    "Name",
                    "tool.get_pod_status",
                    "ErrorType",
                    "timeout");
            metric(
                    "MemoryOperation",
                    time,
                    320,
                    "Milliseconds",
                    "Operation",
                    "retrieve",
                    "Strategy",
                    "user_preferences");
            metric("AgentInvocation", time, 9_000, "Milliseconds", "AgentName", "supervisor", "UserID", "Alice");
            metric("MemoryCacheHit", time, 3, "Count", "Strategy", "user_preferences");
            metric("MemoryCacheMiss", time, 1, "Count", "Strategy", "user_preferences");
        }
    }

    void metric(String name, long time, double value, String unit, String... dimensions) {
        put(List.of(datum(name, time, value, unit, dimensions)));
    }

    /** One value of a metric at {@code time} (seconds since 1970); names and values of dimensions take turns. */
    static ObjectNode datum(String name, long time, double value, String unit, String... dimensions) {
        ObjectNode datum = JSON.createObjectNode().put("MetricName", name).put("Value", value);
        datum.put("Unit", unit).put("Timestamp", time);
        ArrayNode all = datum.putArray("Dimensions");
        for (int i = 0; i < dimensions.length; i += 2) {
            all.addObject().put("Name", dimensions[i]).put("Value", dimensions[i + 1]);
        }
        return datum;
    }

    /** Up to a thousand values at once. */
    void put(List<ObjectNode> data) {
        ObjectNode request = JSON.createObjectNode().put("Namespace", NAMESPACE);
        request.putArray("MetricData").addAll(data);
        call("GraniteServiceVersion20100801.PutMetricData", request);
    }

    private void call(String target, JsonNode body) {
        HttpResponse<byte[]> answer = http.send(http.request("/")
                .header(
                        "Content-Type",
                        target.startsWith("Logs") ? "application/x-amz-json-1.1" : "application/x-amz-json-1.0")
                .header("Authorization", SIGNED)
                .header("X-Amz-Date", "20260101T000000Z")
                .header("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(body.toString())));
        if (answer.statusCode() != 200) {
            throw new AssertionError(target + ": " + Http.text(answer));
        }
    }
}
