package io.sreobservability.sreagent.memory.local;

import static io.sreobservability.sreagent.memory.MemoryStrategy.INFRASTRUCTURE;
import static io.sreobservability.sreagent.memory.MemoryStrategy.INVESTIGATIONS;
import static io.sreobservability.sreagent.memory.MemoryStrategy.USER_PREFERENCES;
import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.ResolutionStatus;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.SettableClock;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.memory.UserPreference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMemoryStoreTest {
    private static final Namespace ALICE = INFRASTRUCTURE.namespace("Alice");
    private static final Namespace SESSION = INFRASTRUCTURE.namespace("Alice", "s1");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private LocalMemoryStore store;

    @BeforeEach
    void open() {
        store = openAgain();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEmptyStoreBeginsWithTheSeedOnce() {
        assertThat(store.list(USER_PREFERENCES.root())).hasSize(8);
        store.store(USER_PREFERENCES.namespace("Alice"), List.of(channels("#own")));
        store.close();

        assertThat(openAgain().list(USER_PREFERENCES.root())).hasSize(9);
    }

    @Test
    void whatIsStoredIsFoundByAnotherRun() {
        store.store(SESSION, List.of(knowledge("web-service", "slow database")));
        store.close();

        assertThat(contents(openAgain().search(ALICE, "database", 5)))
                .singleElement()
                .asString()
                .contains("slow database");
    }

    @Test
    void twoRunsSeeEachOthersMemories() {
        try (LocalMemoryStore other = openAgain()) {
            store.store(SESSION, List.of(knowledge("a", "one")));
            other.store(SESSION, List.of(knowledge("b", "two")));

            assertThat(store.list(ALICE.path())).hasSize(2).isEqualTo(other.list(ALICE.path()));
        }
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<LocalMemoryStore> stores = List.of(store, openAgain(), openAgain());
        List<Future<?>> writes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int number = i;
            writes.add(threads.submit(() ->
                    stores.get(number % 3).store(SESSION, List.of(knowledge("service-" + number, "c")))));
        }
        for (Future<?> write : writes) {
            write.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(store.list(ALICE.path())).hasSize(60);
        stores.forEach(LocalMemoryStore::close);
    }

    @Test
    void theClosestIsFoundFirst() {
        store.store(
                INVESTIGATIONS.namespace("Alice", "s1"),
                List.of(
                        summary("1", "Database pods are crash looping in production"),
                        summary("2", "API response times have degraded 3x in the last hour"),
                        summary("3", "suspicious authentication patterns")));

        List<StoredMemory> found =
                store.search(INVESTIGATIONS.namespace("Alice"), "have I investigated database pods before?", 2);

        assertThat(found).hasSize(2);
        assertThat(found.get(0).id()).isEqualTo("1");
        assertThat(found.get(0).score())
                .isGreaterThan(0.3)
                .isGreaterThan(2 * found.get(1).score());
    }

    @Test
    void whatIsLearntAgainIsKeptOnceWithItsNewDate() {
        store.store(SESSION, List.of(knowledge("web-service", "slow database")));
        clock.advance(Duration.ofDays(1));
        store.store(INFRASTRUCTURE.namespace("Alice", "s2"), List.of(knowledge("web-service", "slow database")));

        assertThat(store.list(ALICE.path())).singleElement().satisfies(memory -> {
            assertThat(memory.namespace()).isEqualTo("/sre/infrastructure/Alice/s2");
            assertThat(memory.storedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void eachStrategyHasItsRetention() {
        store.store(SESSION, List.of(knowledge("web-service", "c")));
        store.store(INVESTIGATIONS.namespace("Alice", "s1"), List.of(summary("1", "q")));
        store.store(USER_PREFERENCES.namespace("Alice"), List.of(channels("#own")));

        clock.advance(Duration.ofDays(30));
        assertThat(store.search(ALICE, "c", 5)).isEmpty();
        assertThat(store.search(INVESTIGATIONS.namespace("Alice"), "q", 5)).hasSize(1);
        clock.advance(Duration.ofDays(30));
        assertThat(store.search(INVESTIGATIONS.namespace("Alice"), "q", 5)).isEmpty();
        assertThat(store.list(USER_PREFERENCES.namespace("Alice").path())).hasSize(5);
        clock.advance(Duration.ofDays(30));
        assertThat(store.list(USER_PREFERENCES.namespace("Alice").path()))
                .as("the seed does not expire")
                .hasSize(4);
    }

    @Test
    void aUserKeepsABoundedNumberOfMemoriesTheNewest() {
        List<InfrastructureKnowledge> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(knowledge("service-" + i, "c"));
        }
        store.store(SESSION, many);
        store.store(INFRASTRUCTURE.namespace("Carol", "s1"), List.of(knowledge("hers", "c")));
        clock.advance(Duration.ofSeconds(1));
        store.store(SESSION, List.of(knowledge("newest", "c")));

        assertThat(store.list(ALICE.path())).hasSize(1000);
        assertThat(contents(store.list(ALICE.path())).get(0)).contains("newest");
        assertThat(store.list("/sre/infrastructure/Carol")).hasSize(1);
    }

    /** An investigation that was similar enough stays similar enough. */
    @Test
    void afterAChangeOfTheEmbedderScoresAreThoseOfAStoreThatItWrote() {
        try (LocalMemoryStore own = open("own", new HashingEmbedder());
                LocalMemoryStore before = open("others", reversing())) {
            List.of(own, before).forEach(this::fill);
        }

        try (LocalMemoryStore own = open("own", new HashingEmbedder());
                LocalMemoryStore after = open("others", new HashingEmbedder())) {
            for (MemoryStrategy strategy : MemoryStrategy.values()) {
                Namespace alice = strategy.namespace("Alice");
                assertThat(after.search(alice, "slow database pods", 50))
                        .isNotEmpty()
                        .isEqualTo(own.search(alice, "slow database pods", 50));
            }
        }
    }

    private void fill(LocalMemoryStore other) {
        other.store(SESSION, List.of(knowledge("web-service", "slow database"), knowledge("api", "no memory")));
        other.store(
                INVESTIGATIONS.namespace("Alice", "s1"),
                List.of(summary("1", "Database pods are crash looping"), summary("2", "suspicious logins")));
    }

    private LocalMemoryStore open(String name, Embedder embedder) {
        return new LocalMemoryStore(folder.resolve(name), Seed.standard(), embedder, clock);
    }

    /** As good as the real one, and nothing like it. */
    private static Embedder reversing() {
        HashingEmbedder real = new HashingEmbedder();
        return new Embedder() {
            @Override
            public String name() {
                return "reversing";
            }

            @Override
            public float[] embed(String text) {
                return real.embed(new StringBuilder(text).reverse().toString());
            }
        };
    }

    private LocalMemoryStore openAgain() {
        return new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), clock);
    }

    private List<String> contents(List<StoredMemory> memories) {
        return memories.stream().map(StoredMemory::content).toList();
    }

    private InfrastructureKnowledge knowledge(String service, String cause) {
        return new InfrastructureKnowledge(
                service, KnowledgeType.PATTERN, Map.of("cause", cause), 0.9, "", clock.instant());
    }

    private UserPreference channels(String channel) {
        return new UserPreference(
                "Alice", PreferenceType.NOTIFICATION, Map.of("channels", List.of(channel)), "", clock.instant());
    }

    private InvestigationSummary summary(String id, String query) {
        return new InvestigationSummary(
                id, query, List.of(), List.of(), ResolutionStatus.ONGOING, List.of(), "", clock.instant());
    }

    @Test
    void aMemoryIsKeptAsJson() {
        InfrastructureKnowledge memory = knowledge("web-service", "c");
        store.store(SESSION, List.of(memory));

        assertThat(contents(store.list(ALICE.path()))).containsExactly(MemoryJson.write(memory));
    }
}
