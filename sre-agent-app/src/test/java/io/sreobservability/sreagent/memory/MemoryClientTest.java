package io.sreobservability.sreagent.memory;

import static io.sreobservability.sreagent.memory.MemoryStrategy.INFRASTRUCTURE;
import static io.sreobservability.sreagent.memory.MemoryStrategy.INVESTIGATIONS;
import static io.sreobservability.sreagent.memory.MemoryStrategy.USER_PREFERENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import io.sreobservability.testing.Waive;
import io.sreobservability.testing.contract.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SreTelemetryTest
@Waive(
        rule = Rule.MISSING_REQUIRED,
        names = {"sre.investigation_id", "sre.user_id", "sre.session_id", "sre.query", "sre.agent_type"},
        reason = "memory is used here without an investigation around it")
class MemoryClientTest {
    private static final Namespace ALICE = USER_PREFERENCES.namespace("Alice");
    private static final Namespace LEARNT = INFRASTRUCTURE.namespace("Alice", "session-1");

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger lookups = new AtomicInteger();
    private final MemoryClient client =
            new MemoryClient(new PacedMemoryStore(SeedMemoryStore.load(), lookups::incrementAndGet), clock);

    @Test
    void theSeedKnowsTheDemoUsersPreferences() {
        assertThat(client.retrieve(ALICE, "q").memories(UserPreference.class))
                .extracting(Memory::kind)
                .containsExactly("escalation", "notification", "workflow", "style");
    }

    @Test
    void aRepeatedLookupIsAnsweredByTheCacheAndSaysSo() {
        Retrieval first = client.retrieve(ALICE, "q");
        Retrieval second = client.retrieve(ALICE, "q");

        assertThat(first.cacheHit()).isFalse();
        assertThat(second.cacheHit()).isTrue();
        assertThat(second.found()).isEqualTo(first.found());
        assertThat(lookups).hasValue(1);
    }

    @Test
    void theCacheForgetsTheOldestWhenFull() {
        client.retrieve(ALICE, "first");
        for (int i = 0; i < 64; i++) {
            client.retrieve(ALICE, "other " + i);
        }

        assertThat(client.retrieve(ALICE, "first").cacheHit()).isFalse();
        assertThat(client.retrieve(ALICE, "other 63").cacheHit()).isTrue();
    }

    @Test
    void aWriteInvalidatesWhatWasFoundOfThatUserAndStrategy() {
        Namespace carol = USER_PREFERENCES.namespace("Carol");
        client.retrieve(ALICE, "q");
        client.retrieve(carol, "q");
        client.retrieve(INFRASTRUCTURE.namespace("Alice"), "q");

        client.store(LEARNT, List.of());

        assertThat(client.retrieve(ALICE, "q").cacheHit()).isTrue();
        assertThat(client.retrieve(carol, "q").cacheHit()).isTrue();
        assertThat(client.retrieve(INFRASTRUCTURE.namespace("Alice"), "q").cacheHit())
                .isFalse();
    }

    @Test
    void anAnswerThatAWriteOvertookIsNotCached() {
        MemoryClient[] self = new MemoryClient[1];
        self[0] = new MemoryClient(new PacedMemoryStore(SeedMemoryStore.load(), () -> self[0].store(ALICE, List.of())));

        self[0].retrieve(ALICE, "q");

        assertThat(self[0].retrieve(ALICE, "q").cacheHit()).isFalse();
    }

    /** When a service is busy somebody always writes. */
    @ParameterizedTest
    @CsvSource({"USER_PREFERENCES, Carol", "INFRASTRUCTURE, Alice", "INVESTIGATIONS, Carol"})
    void aWriteOfAnotherUserOrStrategyMeanwhileIsNoReasonNotToCache(MemoryStrategy strategy, String user) {
        MemoryClient[] self = new MemoryClient[1];
        self[0] = new MemoryClient(new PacedMemoryStore(
                SeedMemoryStore.load(), () -> self[0].store(strategy.namespace(user, "s"), List.of())));

        self[0].retrieve(ALICE, "q");

        assertThat(self[0].retrieve(ALICE, "q").cacheHit()).isTrue();
    }

    @Test
    void theCacheIsAskedForAMinuteBecauseOtherProcessesWriteToo() {
        client.retrieve(ALICE, "q");

        clock.advance(Duration.ofSeconds(59));
        assertThat(client.retrieve(ALICE, "q").cacheHit()).isTrue();
        clock.advance(Duration.ofSeconds(2));
        assertThat(client.retrieve(ALICE, "q").cacheHit()).isFalse();
    }

    @Test
    void whatAStoreShouldNotHaveReturnedIsDropped() {
        Instant now = clock.instant();
        String good = MemoryJson.write(
                new InfrastructureKnowledge("web-service", KnowledgeType.PATTERN, Map.of("cause", "c"), 0.9, "", now));
        MemoryClient careless = new MemoryClient(
                new CannedMemoryStore(
                        stored("/sre/infrastructure/Alice/s", good, null),
                        stored("/sre/infrastructure/Alicent/s", good, null),
                        stored("/sre/infrastructure/Alice/s", "not JSON", null),
                        stored("/sre/infrastructure/Alice/s", "{\"service_name\":\"a\"}", null),
                        stored("/sre/infrastructure/Alice/s", "null", null),
                        stored("/sre/infrastructure/Alice/s", good, now.minusSeconds(1))),
                clock);

        assertThat(careless.retrieve(INFRASTRUCTURE.namespace("Alice"), "q").found())
                .hasSize(1);
    }

    @Test
    void aLookupIsASpanWithItsTwoStepsBelow(RecordedTelemetry telemetry) {
        client.retrieve(ALICE, "style");

        telemetry
                .assertSpan("memory.retrieve")
                .hasAttribute("memory.strategy", "user_preferences")
                .hasAttribute("memory.namespace", "/sre/users/Alice/preferences")
                .hasAttribute("memory.results_count", 4L)
                .hasAttribute("memory.cache_hit", false);
        for (String step : List.of("memory.vector_search", "memory.post_process")) {
            telemetry
                    .assertSpan(step)
                    .isChildOf("memory.retrieve")
                    .hasAttribute("memory.strategy", "user_preferences")
                    .hasAttribute("results.count", 4L);
        }
    }

    @Test
    void hitsAndMissesAreCountedByStrategy(RecordedTelemetry telemetry) {
        client.retrieve(ALICE, "q");
        client.retrieve(ALICE, "q");
        client.retrieve(ALICE, "q");

        Map<String, String> preferences = Map.of("Strategy", "user_preferences");
        telemetry.assertMetric("MemoryCacheHit").hasPoint(preferences).sum(2);
        telemetry.assertMetric("MemoryCacheMiss").hasPoint(preferences).sum(1);
    }

    @Test
    void aWriteIsASpanOfItsStrategy(RecordedTelemetry telemetry) {
        client.store(LEARNT, List.of());

        telemetry
                .assertSpan("memory.store")
                .hasAttribute("memory.strategy", "infrastructure")
                .hasAttribute("memory.namespace", "/sre/infrastructure/Alice/session-1")
                .hasAttribute("gen_ai.operation.name", "create_memory");
    }

    @Test
    void aStoreThatIsAwayFailsLookupAndStep(RecordedTelemetry telemetry) {
        MemoryClient away = new MemoryClient(new AbsentMemoryStore(), clock);

        assertThatThrownBy(() -> away.retrieve(INVESTIGATIONS.namespace("Alice"), "q"))
                .isInstanceOf(MemoryUnavailableException.class);

        telemetry.assertSpan("memory.retrieve").failed(MemoryUnavailableException.class);
        telemetry.assertSpan("memory.vector_search").failed(MemoryUnavailableException.class);
        telemetry.assertNoSpan("memory.post_process");
    }

    private static StoredMemory stored(String namespace, String content, Instant expires) {
        return new StoredMemory("id", namespace, content, Instant.EPOCH, expires, 0.5);
    }
}
