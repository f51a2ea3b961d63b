package io.sreobservability.sreagent.backend;

import static io.sreobservability.sreagent.backend.RunningBackend.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KubernetesBackendTest {
    private static final String DATABASE_POD = "database-pod-7b9c4d8f2a-x5m1q";
    private static RunningBackend backend;

    @BeforeAll
    static void start() throws IOException {
        backend = RunningBackend.of(ToolDomain.KUBERNETES);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void podsAreFilteredByNamespaceAndExactName() throws Exception {
        assertThat(backend.get("/pods/status").body().path("pods")).hasSize(11);
        assertThat(backend.get("/pods/status?namespace=production").body().path("pods"))
                .hasSize(11);
        assertThat(backend.get("/pods/status?namespace=staging").body().path("pods"))
                .isEmpty();
        JsonNode pods =
                backend.get("/pods/status?pod_name=" + DATABASE_POD).body().path("pods");
        assertThat(pods).hasSize(1);
        assertThat(pods.get(0).path("status").asText()).isEqualTo("CrashLoopBackOff");
        assertThat(pods.get(0).path("restart_count").asInt()).isEqualTo(15);
        assertThat(backend.get("/pods/status?pod_name=database").body().path("pods"))
                .isEmpty();
    }

    @Test
    void deploymentsAreFilteredByNamespaceAndExactName() throws Exception {
        JsonNode all = backend.get("/deployments/status").body().path("deployments");
        assertThat(texts(all, "status")).containsExactly("Degraded", "Failed", "Healthy", "Healthy");
        JsonNode one = backend.get("/deployments/status?namespace=production&deployment_name=database-deployment")
                .body()
                .path("deployments");
        assertThat(texts(one, "available_replicas")).containsExactly("0");
        assertThat(backend.get("/deployments/status?namespace=default").body().path("deployments"))
                .isEmpty();
    }

    @Test
    void eventsAreFilteredByTimeAndSeverity() throws Exception {
        assertThat(backend.get("/events").body().path("events")).hasSize(8);
        assertThat(texts(backend.get("/events?severity=Error").body().path("events"), "reason"))
                .containsExactly("FailedMount", "BackOffStart", "CrashLoopBackOff");
        assertThat(texts(
                        backend.get("/events?since=2024-01-15T14:24:00Z&severity=Error")
                                .body()
                                .path("events"),
                        "reason"))
                .as("the moment itself counts")
                .hasSize(3);
        assertThat(backend.get("/events?since=2024-01-15T15:25:00%2B01:00")
                        .body()
                        .path("events"))
                .as("zones are understood")
                .hasSize(2);
        assertThat(backend.get("/events?severity=Fatal").status()).isEqualTo(422);
    }

    @Test
    void usageIsGivenForTheClusterANamespaceAndOneKindOfResource() throws Exception {
        JsonNode all = backend.get("/resource_usage").body().path("resource_usage");
        assertThat(all.at("/cluster/cpu/percentage").asDouble()).isEqualTo(54.2);
        assertThat(all.path("top_consumers")).hasSize(3);
        assertThat(backend.get("/resource_usage?namespace=staging").body())
                .hasToString("{\"resource_usage\":{\"namespace\":\"staging\","
                        + "\"usage\":{\"cpu\":1.5,\"memory\":\"2.5Gi\",\"pods\":30}}}");
        assertThat(backend.get("/resource_usage?namespace=staging&resource_type=memory")
                        .body())
                .hasToString("{\"resource_usage\":{\"namespace\":\"staging\",\"usage\":{\"memory\":\"2.5Gi\"}}}");
        assertThat(backend.get("/resource_usage?namespace=nowhere").body())
                .hasToString("{\"resource_usage\":{\"namespace\":\"nowhere\",\"usage\":{}}}");
        assertThat(backend.get("/resource_usage?resource_type=pods").body().at("/resource_usage/cluster"))
                .hasToString("{\"pods\":{\"used\":125,\"total\":300,\"percentage\":41.7}}");
    }

    @Test
    void nodesAreFilteredByExactName() throws Exception {
        assertThat(texts(backend.get("/nodes/status").body().path("nodes"), "name"))
                .containsExactly("node-1", "node-2", "node-3");
        assertThat(texts(backend.get("/nodes/status?node_name=node-2").body().path("nodes"), "name"))
                .containsExactly("node-2");
        assertThat(backend.get("/nodes/status?node_name=node").body().path("nodes"))
                .isEmpty();
    }
}
