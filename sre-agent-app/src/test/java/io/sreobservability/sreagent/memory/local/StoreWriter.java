package io.sreobservability.sreagent.memory.local;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Seed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A process that stores until it is killed, and prints the name of each memory after it was acknowledged. */
final class StoreWriter {
    private StoreWriter() {}

    public static void main(String[] arguments) {
        InstantSource clock = InstantSource.system();
        LocalMemoryStore store =
                new LocalMemoryStore(Path.of(arguments[0]), Seed.standard(), new HashingEmbedder(), clock);
        for (int i = 0; i < 500; i++) {
            String name = "theirs-" + i;
            store.store(
                    MemoryStrategy.INFRASTRUCTURE.namespace("Alice", "theirs"),
                    List.of(new InfrastructureKnowledge(
                            name, KnowledgeType.PATTERN, Map.of(), 1, "", clock.instant())));
            System.out.println(name);
        }
    }
}
