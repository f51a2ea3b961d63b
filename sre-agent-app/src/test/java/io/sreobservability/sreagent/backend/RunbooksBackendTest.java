package io.sreobservability.sreagent.backend;

import static io.sreobservability.sreagent.backend.RunningBackend.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunbooksBackendTest {
    private static RunningBackend backend;

    @BeforeAll
    static void start() throws IOException {
        backend = RunningBackend.of(ToolDomain.RUNBOOKS);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static List<String> ids(String pathAndQuery, String name) throws IOException, InterruptedException {
        return texts(backend.get(pathAndQuery).body().path(name), "id");
    }

    @Test
    void playbooksAreSearchedByTypeSeverityAndWords() throws Exception {
        assertThat(ids("/runbooks/search", "runbooks")).hasSize(5);
        assertThat(ids("/runbooks/search?incident_type=performance", "runbooks"))
                .containsExactly("memory-pressure-playbook");
        assertThat(ids("/runbooks/search?severity=critical&incident_type=availability", "runbooks"))
                .containsExactly("database-connection-failure", "database-pod-crashloop-incident");
        assertThat(ids("/runbooks/search?keyword=configmap%20database-config", "runbooks"))
                .containsExactly("database-pod-crashloop-incident");
        assertThat(ids("/runbooks/search?keyword=CrashLooping_volcano", "runbooks"))
                .isEmpty();
        assertThat(backend.get("/runbooks/search?incident_type=weather").status())
                .isEqualTo(422);
    }

    @Test
    void aPlaybookIsFoundByItsIdOnly() throws Exception {
        RunningBackend.Answer found = backend.get("/runbooks/playbook/database-pod-crashloop-incident");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().path("steps")).hasSize(8);
        RunningBackend.Answer unknown = backend.get("/runbooks/playbook/volcano");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).hasToString("{\"detail\":\"Playbook not found\"}");
        assertThat(backend.get("/runbooks/playbook/").status()).isEqualTo(404);
        assertThat(backend.get("/runbooks/playbook/..").status()).isEqualTo(404);
    }

    @Test
    void aPathParameterIsNotTakenFromTheQuery() throws Exception {
        RunningBackend.Answer answer = backend.get("/runbooks/playbook/a?playbook_id=b");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/detail/0/msg").asText()).isEqualTo("belongs into the path");
        RunningBackend.Answer blank = backend.get("/runbooks/playbook/%20");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body().at("/detail/0/loc/0").asText()).isEqualTo("path");
    }

    @Test
    void guidesAreFilteredByCategoryAndWords() throws Exception {
        assertThat(ids("/runbooks/troubleshooting", "guides")).hasSize(5);
        assertThat(ids("/runbooks/troubleshooting?category=performance", "guides"))
                .containsExactly("high-response-time-troubleshooting", "memory-leak-investigation");
        assertThat(ids("/runbooks/troubleshooting?category=kubernetes&issue_type=database", "guides"))
                .containsExactly("database-crashloop-troubleshooting");
        assertThat(ids("/runbooks/troubleshooting?category=database", "guides")).isEmpty();
    }

    @Test
    void escalationIsFoundBySeverityAndTrigger() throws Exception {
        assertThat(ids("/runbooks/escalation", "escalation_procedures")).hasSize(3);
        JsonNode high = backend.get("/runbooks/escalation?severity=high").body().path("escalation_procedures");
        assertThat(texts(high.get(0).path("chain"), "after_minutes")).containsExactly("10", "20", "30");
        assertThat(ids("/runbooks/escalation?incident_type=data%20loss", "escalation_procedures"))
                .containsExactly("critical-escalation");
    }

    @Test
    void resolutionsAreFoundByIssueSymptomAndService() throws Exception {
        assertThat(ids("/runbooks/resolutions?issue=connection%20pool", "resolutions"))
                .containsExactly("connection-pool-exhaustion");
        assertThat(ids("/runbooks/resolutions?issue=CrashLoopBackOff", "resolutions"))
                .containsExactly("pod-crashloop");
        assertThat(ids("/runbooks/resolutions?issue=crashloop&service=product-catalog-service", "resolutions"))
                .isEmpty();
        assertThat(backend.get("/runbooks/resolutions").status()).isEqualTo(422);
    }
}
