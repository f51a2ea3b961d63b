package io.sreobservability.sreagent.memory.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A process that stores once for each line that it reads, and without end when there are no more, until it is killed. Prints the
 * name of each memory after it was acknowledged.
 */
final class StoreWriter {
    private StoreWriter() {}

    public static void main(String[] arguments) throws IOException {
        InstantSource clock = InstantSource.system();
        LocalMemoryStore store =
                new LocalMemoryStore(Path.of(arguments[0]), Seed.standard(), new HashingEmbedder(), clock);
        BufferedReader turns = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (int i = 0; i < 10_000; i++) {
            turns.readLine();
            String name = "theirs-" + i;
            store.store(
                    MemoryStrategy.INFRASTRUCTURE.namespace("Alice", "theirs"),
                    List.of(new InfrastructureKnowledge(
                            name, KnowledgeType.PATTERN, Map.of(), 1, "", clock.instant())));
            System.out.println(name);
        }
    }
}
