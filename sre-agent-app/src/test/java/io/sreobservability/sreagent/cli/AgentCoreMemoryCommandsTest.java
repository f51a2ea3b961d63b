package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.memory.agentcore.AgentCoreStub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentCoreMemoryCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    private AgentCoreStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = AgentCoreStub.start();
        environment.putAll(Map.of(
                "SRE_AGENT_MEMORY",
                "agentcore",
                "SRE_AGENT_MEMORY_ID",
                AgentCoreStub.MEMORY,
                "SRE_AGENT_MEMORY_ENDPOINT",
                stub.address()));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void whatIsSeededAndWhatTheServiceWroteIsListed() {
        stub.remember("/sre/infrastructure/Alice/s1", "web-service is evil\u001B[31m", Instant.now());

        assertThat(run("memory", "seed")).isZero();
        assertThat(run("memory", "list")).isZero();

        assertThat(out.toString())
                .contains("Written: 4 preferences of Carol")
                .containsPattern("(?m)^Carol +user_preferences +escalation +\\S+ +\\S+ +primary_contact=carol")
                .containsPattern("(?m)^Alice +infrastructure +pattern .*fact=web-service is evil \\[31m")
                .doesNotContain("\u001B");
    }

    @Test
    void aMemoryThatIsAwayIsOneLine() {
        environment.put("SRE_AGENT_MEMORY_ID", "another_memory-AbCdEf1234");

        assertThat(run("memory", "list")).isEqualTo(3);
        assertThat(err.toString().lines()).singleElement().asString().contains("AgentCore Memory another_memory-");
    }

    @Test
    void wrongSettingsAreNamed() {
        environment.put("SRE_AGENT_MEMORY_ID", "");
        assertThat(run("memory", "list")).isEqualTo(3);
        environment.put("SRE_AGENT_MEMORY", "cloud");
        assertThat(run("memory", "list")).isEqualTo(3);
        environment.put("SRE_AGENT_MEMORY", "local");
        assertThat(run("memory", "seed")).isEqualTo(3);

        assertThat(err.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("SRE_AGENT_MEMORY_ID must be"))
                .anyMatch(line -> line.contains("SRE_AGENT_MEMORY must be local or agentcore"))
                .anyMatch(line -> line.contains("a local memory needs no seed"));
    }

    private int run(String... arguments) {
        return SreAgent.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
