package io.sreobservability.sreagent.backend.data;

import static io.sreobservability.sreagent.backend.data.DataFile.APPLICATION_LOG;
import static io.sreobservability.sreagent.backend.data.DataFile.AVAILABILITY;
import static io.sreobservability.sreagent.backend.data.DataFile.CLUSTER_USAGE;
import static io.sreobservability.sreagent.backend.data.DataFile.DEPLOYMENTS;
import static io.sreobservability.sreagent.backend.data.DataFile.ERROR_RATES;
import static io.sreobservability.sreagent.backend.data.DataFile.EVENTS;
import static io.sreobservability.sreagent.backend.data.DataFile.NODES;
import static io.sreobservability.sreagent.backend.data.DataFile.PODS;
import static io.sreobservability.sreagent.backend.data.DataFile.RESPONSE_TIMES;
import static io.sreobservability.sreagent.backend.data.DataFile.SERVICE_USAGE;
import static io.sreobservability.sreagent.backend.data.DataFile.THROUGHPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The files tell one story: nothing in one contradicts another. */
class StoryConsistencyTest {
    private static final Instant END = Instant.parse("2024-01-15T14:30:00Z");
    private static final Offset<Double> ROUNDING = within(0.051);
    private static final Map<ToolDomain, Snapshot> DATA = new EnumMap<>(ToolDomain.class);

    static {
        for (ToolDomain domain : ToolDomain.values()) {
            DATA.put(
                    domain,
                    DataSet.load(domain, null, Clock.fixed(END, ZoneOffset.UTC)).now());
        }
    }

    private static List<JsonNode> rows(DataFile file) {
        return DATA.get(file.domain()).rows(file).list();
    }

    private static JsonNode only(DataFile file, String field, String value) {
        List<JsonNode> found =
                DATA.get(file.domain()).rows(file).where(field, value).list();
        assertThat(found).as(field + " " + value).hasSize(1);
        return found.get(0);
    }

    private static double number(JsonNode node) {
        return Double.parseDouble(node.asText().replaceAll("[^0-9.]", ""));
    }

    private static double sum(Iterable<JsonNode> nodes, ToDoubleFunction<JsonNode> value) {
        double sum = 0;
        for (JsonNode node : nodes) {
            sum += value.applyAsDouble(node);
        }
        return sum;
    }

    @Test
    void everyDeploymentHasAPodPerReplicaAndARunningOnePerAvailableReplica() {
        for (JsonNode deployment : rows(DEPLOYMENTS)) {
            String service = deployment.path("service").asText();
            List<JsonNode> pods = rows(PODS).stream()
                    .filter(pod -> pod.path("service").asText().equals(service))
                    .toList();
            long running = pods.stream()
                    .filter(pod -> pod.path("status").asText().equals("Running"))
                    .count();
            int replicas = deployment.path("replicas").asInt();
            int available = deployment.path("available_replicas").asInt();
            assertThat(pods).as(service).hasSize(replicas);
            assertThat(running).as(service).isEqualTo(available);
            assertThat(deployment.path("unavailable_replicas").asInt()).isEqualTo(replicas - available);
            assertThat(deployment.path("status").asText())
                    .isEqualTo(available == replicas ? "Healthy" : available == 0 ? "Failed" : "Degraded");
        }
    }

    @Test
    void availabilityAgreesWithTheDeploymentsAndWithItsOwnHealthChecks() {
        for (JsonNode row : rows(AVAILABILITY)) {
            double share = row.path("health_check_success").asDouble()
                    / row.path("health_check_total").asDouble()
                    * 100;
            assertThat(row.path("availability_percentage").asDouble()).isCloseTo(share, within(0.001));
            JsonNode deployment =
                    only(DEPLOYMENTS, "service", row.path("service").asText());
            boolean failed = deployment.path("status").asText().equals("Failed");
            assertThat(row.path("availability_percentage").asDouble() == 0).isEqualTo(failed);
            if (failed) {
                Duration down =
                        Duration.between(Instant.parse(row.path("last_downtime").asText()), Rows.time(row));
                assertThat(row.path("downtime_duration_seconds").asLong()).isEqualTo(down.toSeconds());
                JsonNode pod = only(PODS, "name", row.path("pod").asText());
                assertThat(row.path("restart_count")).isEqualTo(pod.path("restart_count"));
                assertThat(row.path("last_downtime")).isEqualTo(pod.path("created_at"));
            }
        }
    }

    @Test
    void memoryPressureIsReportedExactlyAbove85Percent() {
        for (JsonNode node : rows(NODES)) {
            double percent = number(node.at("/usage/memory")) / number(node.at("/allocatable/memory")) * 100;
            assertThat(node.at("/usage/memory_percentage").asDouble()).isCloseTo(percent, ROUNDING);
            assertThat(node.at("/usage/cpu_percentage").asDouble())
                    .isCloseTo(number(node.at("/usage/cpu")) / number(node.at("/allocatable/cpu")) * 100, ROUNDING);
            String pressure = node.path("conditions").get(1).path("status").asText();
            assertThat(pressure).as(node.path("name").asText()).isEqualTo(percent > 85 ? "True" : "False");
            assertThat(node.path("conditions").get(1).path("message").asText())
                    .contains(node.at("/usage/memory_percentage").asText() + " %");
        }
    }

    @Test
    void clusterUsageIsTheSumOfItsNodesAndOfItsNamespaces() {
        JsonNode usage = DATA.get(ToolDomain.KUBERNETES).document(CLUSTER_USAGE);
        for (String kind : List.of("cpu", "memory", "pods")) {
            JsonNode total = usage.path("cluster").path(kind);
            double used = number(total.path("used"));
            assertThat(sum(rows(NODES), node -> number(node.path("usage").path(kind))))
                    .as(kind)
                    .isEqualTo(used);
            assertThat(sum(usage.path("namespace_usage"), namespace -> number(namespace.path(kind))))
                    .as(kind)
                    .isEqualTo(used);
            assertThat(total.path("percentage").asDouble())
                    .isCloseTo(used / number(total.path("total")) * 100, ROUNDING);
        }
    }

    @Test
    void thePodsOfANodeUseNoMoreThanTheNodeReports() {
        for (JsonNode node : rows(NODES)) {
            List<JsonNode> pods = rows(PODS).stream()
                    .filter(pod ->
                            pod.path("node").asText().equals(node.path("name").asText()))
                    .toList();
            assertThat(sum(pods, pod -> number(pod.at("/resource_usage/memory"))))
                    .isLessThanOrEqualTo(number(node.at("/usage/memory")) * 1024);
            assertThat(sum(pods, pod -> number(pod.at("/resource_usage/cpu"))))
                    .isLessThanOrEqualTo(number(node.at("/usage/cpu")) * 1000);
        }
    }

    @Test
    void theLargestConsumersArePodsOfTheListWithTheSameFigures() {
        for (JsonNode consumer :
                DATA.get(ToolDomain.KUBERNETES).document(CLUSTER_USAGE).path("top_consumers")) {
            JsonNode pod = only(PODS, "name", consumer.path("pod").asText());
            assertThat(consumer.path("cpu")).isEqualTo(pod.at("/resource_usage/cpu"));
            assertThat(consumer.path("memory")).isEqualTo(pod.at("/resource_usage/memory"));
        }
    }

    @Test
    void eventsNameExistingThingsAndCountTheRestarts() {
        Set<String> names = java.util.stream.Stream.concat(
                        rows(PODS).stream().map(pod -> "pod/" + pod.path("name").asText()),
                        rows(DEPLOYMENTS).stream()
                                .map(deployment ->
                                        "deployment/" + deployment.path("name").asText()))
                .collect(Collectors.toSet());
        assertThat(rows(EVENTS))
                .hasSize(8)
                .allSatisfy(event -> assertThat(event.path("object").asText()).isIn(names));
        JsonNode crash = only(EVENTS, "reason", "CrashLoopBackOff");
        JsonNode pod = only(PODS, "status", "CrashLoopBackOff");
        assertThat(crash.path("count")).isEqualTo(pod.path("restart_count"));
        assertThat(crash.path("message").asText()).contains(pod.path("restart_count") + " restarts");
    }

    @Test
    void everyServiceOfTheLogsAndMetricsIsADeployment() {
        Set<String> services = rows(DEPLOYMENTS).stream()
                .map(row -> row.path("service").asText())
                .collect(Collectors.toSet());
        for (DataFile file : List.of(
                PODS, EVENTS, APPLICATION_LOG, RESPONSE_TIMES, THROUGHPUT, ERROR_RATES, SERVICE_USAGE, AVAILABILITY)) {
            assertThat(rows(file))
                    .as(file.path())
                    .allSatisfy(row -> assertThat(row.path("service").asText()).isIn(services));
        }
    }

    @Test
    void requestsErrorsAndRatesOfAMinuteAreTheSameEverywhere() {
        for (JsonNode throughput : rows(THROUGHPUT)) {
            JsonNode errors = DATA.get(ToolDomain.METRICS)
                    .rows(ERROR_RATES)
                    .where("service", throughput.path("service").asText())
                    .where("timestamp", throughput.path("timestamp").asText())
                    .list()
                    .get(0);
            double perSecond = throughput.path("requests_per_second").asDouble();
            assertThat(errors.path("total_requests").asDouble()).isEqualTo(perSecond * 60);
            assertThat(throughput.path("failed_per_second").asDouble())
                    .isEqualTo(perSecond * errors.path("error_rate").asDouble() / 100);
            assertThat(throughput.path("successful_per_second").asDouble()
                            + throughput.path("failed_per_second").asDouble())
                    .isEqualTo(perSecond);
        }
        for (JsonNode errors : rows(ERROR_RATES)) {
            double rate = errors.path("error_count").asDouble()
                    / errors.path("total_requests").asDouble()
                    * 100;
            assertThat(errors.path("error_rate").asDouble()).isCloseTo(rate, within(0.0006));
            assertThat(sum(errors.path("error_types"), JsonNode::asDouble))
                    .isEqualTo(errors.path("error_count").asDouble());
            if (!errors.path("status_codes").isEmpty()) {
                assertThat(sum(errors.path("status_codes"), JsonNode::asDouble))
                        .isEqualTo(errors.path("total_requests").asDouble());
            }
        }
    }

    @Test
    void memoryInMegabytesAndPercentAgreeWithThe1024MegabyteLimit() {
        for (JsonNode row : rows(SERVICE_USAGE)) {
            assertThat(row.path("memory_percent").asDouble())
                    .isCloseTo(row.path("memory_mb").asDouble() / 1024 * 100, within(0.5));
        }
        JsonNode pod = only(PODS, "name", "web-service-5c8d7f9b6d-k2n8p");
        assertThat(number(pod.at("/resource_usage/memory_utilization")))
                .isCloseTo(number(pod.at("/resource_usage/memory")) / 1024 * 100, within(0.5));
    }

    @Test
    void percentilesOfAnAnswerTimeAreInOrder() {
        for (JsonNode row : rows(RESPONSE_TIMES)) {
            assertThat(List.of(
                            row.path("p50_ms").asDouble(),
                            row.path("p95_ms").asDouble(),
                            row.path("p99_ms").asDouble()))
                    .isSorted();
        }
    }

    @Test
    void theLogHoldsTheCountsOfTheStoryInOrderOfTime() {
        Map<String, Long> levels = rows(APPLICATION_LOG).stream()
                .collect(Collectors.groupingBy(row -> row.path("level").asText(), Collectors.counting()));
        assertThat(levels).isEqualTo(Map.of("INFO", 75L, "WARN", 30L, "ERROR", 30L, "CRITICAL", 15L));
        assertThat(rows(APPLICATION_LOG).stream().map(Rows::time).toList()).isSorted();
        assertThat(rows(APPLICATION_LOG).stream()
                        .filter(row -> row.path("details").has("pod"))
                        .map(row -> row.at("/details/pod").asText()))
                .hasSize(10)
                .allSatisfy(name -> only(PODS, "name", name));
    }

    @Test
    void nothingHappensAfterTheIncidentsEnd() {
        for (DataFile file : DataFile.values()) {
            for (JsonNode row : rows(file)) {
                if (row.has("timestamp")) {
                    assertThat(Rows.time(row)).as(file.path()).isBeforeOrEqualTo(END);
                }
            }
        }
    }
}
