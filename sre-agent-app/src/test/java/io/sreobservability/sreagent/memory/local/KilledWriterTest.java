package io.sreobservability.sreagent.memory.local;

import static io.sreobservability.sreagent.memory.MemoryStrategy.INFRASTRUCTURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.Seed;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
    private static final int BEFORE_THE_KILL = 20;

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void whatTwoProcessesWereToldIsStoredSurvivesTheKillOfOne() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (LocalMemoryStore mine =
                new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), InstantSource.system())) {
            Process writer = start();
            try (BufferedReader output = writer.inputReader()) {
                try (BufferedWriter turns = writer.outputWriter()) {
                    for (int i = 0; i < BEFORE_THE_KILL; i++) {
                        turns.newLine();
                        turns.flush();
                        acknowledged.add(store(mine, "mine-" + i));
                        acknowledged.add(Objects.requireNonNull(output.readLine(), "the writer ended"));
                    }
                }
                // Without turns it stores as fast as it can.
                acknowledged.add(Objects.requireNonNull(output.readLine(), "the writer ended"));
                // SIGKILL, in the middle of whatever it does. By its handle: the process itself would close its output
                // too.
                writer.toHandle().destroyForcibly();
                output.lines().forEach(acknowledged::add);
            }
            writer.waitFor();
            acknowledged.add(store(mine, "afterwards"));

            assertThat(names(mine)).containsAll(acknowledged);
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String store(LocalMemoryStore store, String name) {
        store.store(
                INFRASTRUCTURE.namespace("Alice", "mine"),
                List.of(new InfrastructureKnowledge(
                        name,
                        KnowledgeType.PATTERN,
                        Map.of(),
                        1,
                        "",
                        InstantSource.system().instant())));
        return name;
    }

    private static List<String> names(LocalMemoryStore store) {
        return store.list(INFRASTRUCTURE.namespace("Alice").path()).stream()
                .map(stored -> MemoryJson.read(INFRASTRUCTURE, stored.content()).orElseThrow())
                .map((Memory memory) -> ((InfrastructureKnowledge) memory).serviceName())
                .toList();
    }
}
