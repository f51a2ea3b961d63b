package io.sreobservability.sreagent.memory.agentcore;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.Redaction;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.remote.AwsAccess;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An investigation does not notice where its memory is. */
@SreTelemetryTest
class InvestigationOverAgentCoreTest {
    private static final String QUERY = "response times are slow, escalate to ops.lead@example.com";
    private static final String ROWS = """
            {"logs": [{"level": "ERROR", "service": "web-service", "message": "configmap not found"}],
             "pods": [{"name": "web-1", "status": "Failed"}]}""";

    private AgentCoreStub stub;
    private AgentCoreMemoryStore store;

    @BeforeEach
    void start() throws IOException {
        stub = AgentCoreStub.start();
        store = new AgentCoreMemoryStore(
                new AgentCoreSettings(
                        AgentCoreStub.MEMORY,
                        new AwsAccess("us-east-1", URI.create(stub.address())),
                        Duration.ofSeconds(10),
                        1),
                InstantSource.system());
    }

    @AfterEach
    void stop() {
        store.close();
        stub.close();
    }

    @Test
    void whatOneInvestigationLearntTheNextOneOfThatUserKnows(RecordedTelemetry telemetry) {
        Investigation first = investigate("Alice", "first");
        Investigation second = investigate("Alice", "second");
        Investigation another = investigate("Carol", "another");

        assertThat(first.memory().gap()).isNull();
        assertThat(first.preferences().memories())
                .as("the wish in the query, once")
                .hasSize(1);
        assertThat(second.memory().earlier()).extracting(past -> past.query()).containsExactly(Redaction.mask(QUERY));
        assertThat(second.memory().knowledge()).isNotEmpty();
        assertThat(another.memory().earlier()).isEmpty();
        assertThat(stub.complaints()).isEmpty();
        assertThat(telemetry.spans())
                .filteredOn(span -> span.getName().equals("memory.vector_search"))
                .as("three lookups each")
                .hasSize(9);
    }

    @Test
    void aWishCountsAtOnceThoughTheServiceHasNotLearntItYet() {
        stub.learnSlowly();

        assertThat(investigate("Alice", "s").preferences().escalation().primaryContact())
                .contains("ops.lead@example.com");
    }

    @Test
    void aMemoryThatIsAwayIsAGapAndNoMore() {
        stub.next(AgentCoreStub.refusal(404, "ResourceNotFoundException", "no such memory"));

        Investigation investigation = investigate("Alice", "s");

        assertThat(investigation.memory().gap())
                .startsWith("Memory: AgentCore Memory " + AgentCoreStub.MEMORY + " in us-east-1 does not exist")
                .contains("SRE_AGENT_MEMORY_ID");
        assertThat(investigation.findings()).isNotEmpty();
        assertThat(stub.asked()).as("asked no further").hasSize(1);
    }

    private Investigation investigate(String user, String session) {
        OfflineChatModel model = new OfflineChatModel();
        Specialists specialists = new Specialists(
                role -> model,
                ToolCatalog.standard(),
                (tool, arguments) -> ToolResult.success(tool, ROWS),
                Progress.silent());
        try (Supervisor supervisor =
                new Supervisor(role -> model, new MemoryClient(store), specialists, Progress.silent())) {
            return supervisor.investigate("investigation_" + session, user, session, QUERY);
        }
    }
}
