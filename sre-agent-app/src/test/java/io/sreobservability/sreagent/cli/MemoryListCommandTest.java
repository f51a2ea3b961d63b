package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.local.HashingEmbedder;
import io.sreobservability.sreagent.memory.local.LocalMemoryStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryListCommandTest {
    private final Instant now = Instant.now();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void remember() {
        try (LocalMemoryStore store =
                new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), InstantSource.fixed(now))) {
            store.store(
                    MemoryStrategy.INFRASTRUCTURE.namespace("Alice", "s1"),
                    List.of(new InfrastructureKnowledge(
                            "web-service", KnowledgeType.PATTERN, Map.of("cause", "evil\u001B[31m"), 0.9, "", now)));
        }
    }

    @Test
    void everybodysMemoriesAreATable() {
        assertThat(list()).isZero();
        assertThat(out.toString().lines())
                .hasSize(10)
                .first()
                .asString()
                .matches("USER +STRATEGY +KIND +STORED +EXPIRES +MEMORY");
        assertThat(out.toString())
                .containsPattern("(?m)^Alice +infrastructure +pattern +\\S+ +\\S+ +web-service: cause=evil \\[31m")
                .containsPattern("(?m)^Carol +user_preferences +escalation +\\S+ +never +primary_contact=carol")
                .doesNotContain("\u001B");
    }

    @Test
    void aUserAndAStrategyNarrowIt() {
        assertThat(list("--user", "Alice", "--strategy", "infrastructure")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void nothingFoundIsSaid() {
        assertThat(list("--user", "Bob")).isZero();
        assertThat(out.toString().strip()).isEqualTo("No memories.");
    }

    @Test
    void jsonIsForPrograms() throws Exception {
        assertThat(list("--json", "--strategy", "infrastructure")).isZero();

        JsonNode only = new ObjectMapper().readTree(out.toString()).path(0);
        assertThat(only.path("user").asText()).isEqualTo("Alice");
        assertThat(only.path("namespace").asText()).isEqualTo("/sre/infrastructure/Alice/s1");
        assertThat(only.path("memory").path("knowledge_data").path("cause").asText())
                .isEqualTo("evil\u001B[31m");
        assertThat(Instant.parse(only.path("expires_at").asText())).isAfter(now);
    }

    @Test
    void aPathAsUserNameIsRefused() {
        assertThat(list("--user", "../Carol")).isEqualTo(2);
        assertThat(err.toString()).contains("--user: a user name is a letter or digit");
    }

    @Test
    void aDamagedStoreIsOneLine() throws Exception {
        Files.writeString(folder.resolve("memory.db"), "x".repeat(5000));

        assertThat(list()).isEqualTo(3);
        assertThat(err.toString().lines()).singleElement().asString().contains("is damaged");
    }

    @Test
    void theOptionWinsOverTheEnvironment() {
        int code = SreAgent.commandLine(Map.of("SRE_AGENT_MEMORY_DIR", "/proc/nowhere"))
                .setOut(new PrintWriter(out, true))
                .execute("memory", "list", "--memory-dir", folder.toString());

        assertThat(code).isZero();
    }

    private int list(String... options) {
        List<String> arguments = new ArrayList<>(List.of("memory", "list"));
        arguments.addAll(List.of(options));
        return SreAgent.commandLine(Map.of("SRE_AGENT_MEMORY_DIR", folder.toString()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
