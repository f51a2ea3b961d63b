package io.sreobservability.sreagent.memory.agentcore;

import static io.sreobservability.sreagent.memory.MemoryStrategy.INFRASTRUCTURE;
import static io.sreobservability.sreagent.memory.MemoryStrategy.INVESTIGATIONS;
import static io.sreobservability.sreagent.memory.MemoryStrategy.USER_PREFERENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.Recollection;
import io.sreobservability.sreagent.memory.ResolutionStatus;
import io.sreobservability.sreagent.memory.SettableClock;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.memory.UserPreference;
import io.sreobservability.sreagent.remote.AwsAccess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Over a real socket and in the service's wire format. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
class AgentCoreMemoryStoreTest {
    private final SettableClock clock = new SettableClock();
    private final Instant now = clock.instant();

    private AgentCoreStub stub;
    private AgentCoreMemoryStore store;

    @BeforeAll
    void start() throws IOException {
        stub = AgentCoreStub.start();
        AwsAccess there = new AwsAccess("us-east-1", URI.create(stub.address()));
        store = new AgentCoreMemoryStore(
                new AgentCoreSettings(AgentCoreStub.MEMORY, there, Duration.ofSeconds(10), 3), clock);
    }

    @AfterAll
    void stop() {
        store.close();
        stub.close();
    }

    @BeforeEach
    void forget() {
        stub.forget();
    }

    @AfterEach
    void nothingWasAskedThatTheServiceWouldRefuse() {
        assertThat(stub.complaints()).isEmpty();
    }

    @Test
    void whatIsStoredComesBackInEachStrategy() {
        for (Memory memory : List.of(preference("#own"), knowledge("web-service", "slow"), summary("why?"))) {
            Namespace session = memory.strategy().namespace("Alice", "prompt-1.5");
            store.store(session, List.of(memory));

            MemoryClient client = new MemoryClient(store, clock);
            assertThat(client.retrieve(memory.strategy().namespace("Alice"), "slow")
                            .found())
                    .extracting(Recollection::memory)
                    .containsExactly(memory);
        }
    }

    @Test
    void aPreferenceBelongsToNoSessionAndAnythingElseToItsOwn() {
        store.store(USER_PREFERENCES.namespace("Alice", "s.1"), List.of(preference("#own")));
        store.store(INFRASTRUCTURE.namespace("Alice", "_s.1"), List.of(knowledge("a", "c")));

        assertThat(stub.asked())
                .extracting(event -> event.path("sessionId").asText())
                .containsExactly("preferences-default", "s_s-1");
        assertThatThrownBy(() -> store.store(INFRASTRUCTURE.namespace("Alice"), List.of(knowledge("a", "c"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** AgentCore Runtime allows longer ones than AgentCore Memory. */
    @Test
    void sessionsThatAreTooLongForTheServiceStayApart() {
        String long1 = "s".repeat(255) + "1";
        String long2 = "s".repeat(255) + "2";
        for (String session : List.of(long1, long2, long1)) {
            store.store(INFRASTRUCTURE.namespace("Alice", session), List.of(knowledge("a", "c")));
        }

        List<String> sent = stub.asked().stream()
                .map(event -> event.path("sessionId").asText())
                .toList();
        assertThat(sent).allSatisfy(session -> assertThat(session).matches("s{67}-[0-9a-f]{32}"));
        assertThat(sent.get(0)).isEqualTo(sent.get(2)).isNotEqualTo(sent.get(1));
    }

    @Test
    void memoriesOfOneKindAreOneEvent() {
        store.store(INFRASTRUCTURE.namespace("Alice", "s1"), List.of(knowledge("a", "c"), knowledge("b", "c")));

        assertThat(stub.asked()).singleElement().satisfies(event -> {
            assertThat(event.path("payload")).hasSize(2);
            assertThat(event.path("actorId").asText()).isEqualTo("Alice");
        });
    }

    @Test
    void aLongMemoryIsCutOnAWholeCharacter() {
        List<String> actions = List.of("\uD83D\uDE00".repeat(240));
        InvestigationSummary longest = new InvestigationSummary(
                "i",
                "q",
                List.of(),
                Collections.nCopies(40, actions.get(0)),
                ResolutionStatus.ONGOING,
                List.of(),
                "",
                now);
        store.store(INVESTIGATIONS.namespace("Alice", "s1"), List.of(longest));

        String text = stub.asked()
                .get(0)
                .path("payload")
                .path(0)
                .path("conversational")
                .path("content")
                .path("text")
                .asText();
        assertThat(text).hasSizeBetween(8_990, 9_000).endsWith("\uD83D\uDE00…");
    }

    @Test
    void secretsAreMaskedBeforeTheyLeaveAndTheAddressesOfPreferencesAreNot() {
        store.store(
                INFRASTRUCTURE.namespace("Alice", "s1"), List.of(knowledge("web-service", "password=hunter2secret")));
        store.store(USER_PREFERENCES.namespace("Alice"), List.of(preference("ops.lead@example.com")));
        store.search(INFRASTRUCTURE.namespace("Alice"), "is password=hunter2secret known?", 5);

        assertThat(stub.asked().get(1).toString()).contains("ops.lead@example.com");
        assertThat(stub.asked().toString()).doesNotContain("hunter2secret");
        assertThat(store.list(INFRASTRUCTURE.root())).hasSize(1);
    }

    @Test
    void aSearchNamesTheUsersOwnNamespace() {
        stub.remember("/sre/infrastructure/Alicent/s1", "hers", now);
        stub.remember("/sre/infrastructure/Alice/s1", "the disk is slow", now);
        stub.remember("/sre/infrastructure/Alice/s2/", "the disk is full", now);

        List<StoredMemory> found = store.search(INFRASTRUCTURE.namespace("Alice"), "disk", 50);

        assertThat(found)
                .extracting(StoredMemory::namespace)
                .containsExactly("/sre/infrastructure/Alice/s1", "/sre/infrastructure/Alice/s2");
        JsonNode request = stub.asked().get(0);
        assertThat(request.path("namespace").asText()).isEqualTo("/sre/infrastructure/Alice/");
        assertThat(request.path("searchCriteria").path("searchQuery").asText()).isEqualTo("disk");
        assertThat(request.path("searchCriteria").path("topK").asInt()).isEqualTo(50);
    }

    @Test
    void theServicesOwnWordsBecomeMemories() {
        stub.remember(
                "/sre/users/Alice/preferences",
                "{\"context\":\"said so\",\"preference\":\"Wants\\nalarms in #own\",\"categories\":[\"Ops\",\"Notifications\"]}",
                now);
        stub.remember("/sre/infrastructure/Alice/s1", "web-service needs\nthe database", now);
        stub.remember(
                "/sre/investigations/Alice/s1",
                "<summary><topic name=\"Cause\">the <b>map</b> &amp; more</topic><topic name=\"Impact\">none</topic></summary>",
                now);

        assertThat(only(USER_PREFERENCES)).isInstanceOfSatisfying(UserPreference.class, preference -> {
            assertThat(preference.preferenceType()).isEqualTo(PreferenceType.NOTIFICATION);
            assertThat(preference.preferenceValue()).containsValue("Wants alarms in #own");
            assertThat(preference.context()).isEqualTo("said so");
        });
        assertThat(only(INFRASTRUCTURE).headline()).contains("web-service needs the database");
        assertThat(only(INVESTIGATIONS)).isInstanceOfSatisfying(InvestigationSummary.class, summary -> {
            assertThat(summary.keyFindings()).containsExactly("Cause: the map & more", "Impact: none");
            assertThat(summary.headline()).startsWith("\"session s1\": Cause:");
        });
    }

    @Test
    void twoSentencesAboutOneKindOfPreferenceAreBothKept() {
        stub.remember("/sre/users/Alice/preferences", "{\"preference\":\"short\",\"categories\":[\"style\"]}", now);
        stub.remember("/sre/users/Alice/preferences", "{\"preference\":\"polite\",\"categories\":[\"style\"]}", now);

        assertThat(new MemoryClient(store, clock)
                        .retrieve(USER_PREFERENCES.namespace("Alice"), "style")
                        .memories(UserPreference.class))
                .flatExtracting(preference -> preference.preferenceValue().keySet())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void everyPageOfAListingIsRead() {
        for (int i = 0; i < 3; i++) {
            stub.remember("/sre/infrastructure/Alice/s1", "fact " + i, now.minusSeconds(10 - i));
        }
        stub.remember("/sre/infrastructure/Carol/s1", "hers", now);

        assertThat(store.list(INFRASTRUCTURE.namespace("Alice").path()))
                .hasSize(3)
                .isSortedAccordingTo(
                        Comparator.comparing(StoredMemory::storedAt).reversed());
        assertThat(store.list(INFRASTRUCTURE.root())).hasSize(4);
    }

    @Test
    void aListingWhosePagesLeadInCirclesEnds() {
        AgentCoreStub.Reply again = AgentCoreStub.json(200, "{\"memoryRecordSummaries\":[],\"nextToken\":\"again\"}");
        for (int i = 0; i < 50; i++) {
            stub.next(again);
        }

        assertThat(store.list(INFRASTRUCTURE.root())).isEmpty();
        assertThat(stub.asked()).hasSize(50);
    }

    @Test
    void whatIsOlderThanItsStrategyKeepsIsForgotten() {
        for (MemoryStrategy strategy : MemoryStrategy.values()) {
            String path = strategy.namespace("Alice", "s1").path();
            stub.remember(path, "old", now.minus(strategy.retention()));
            stub.remember(path, "young", now.minus(strategy.retention()).plusSeconds(1));

            assertThat(store.list(path))
                    .singleElement()
                    .satisfies(memory -> assertThat(memory.content()).contains("young"));
        }
    }

    @Test
    void recordsOfUnknownFormsAreLeftOutWithOneWarning() {
        stub.remember("/sre/users/Alice/preferences", "{\"mood\":\"good\"}", now);
        stub.remember("/sre/users/Alice/preferences", " ", now);
        stub.remember("/sre/users/Alice/preferences", "likes short reports", now);
        Logger logger = (Logger) LoggerFactory.getLogger(AgentCoreMemoryStore.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            assertThat(store.search(USER_PREFERENCES.namespace("Alice"), "style", 10))
                    .hasSize(1);
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("2 of 3 memory records");
    }

    private Memory only(MemoryStrategy strategy) {
        List<Recollection> found = new MemoryClient(store, clock)
                .retrieve(strategy.namespace("Alice"), "anything")
                .found();
        assertThat(found).hasSize(1);
        return found.get(0).memory();
    }

    private UserPreference preference(String channel) {
        return new UserPreference(
                "Alice", PreferenceType.NOTIFICATION, Map.of("channels", List.of(channel)), "said", now);
    }

    private InfrastructureKnowledge knowledge(String service, String cause) {
        return new InfrastructureKnowledge(service, KnowledgeType.PATTERN, Map.of("cause", cause), 0.9, "", now);
    }

    private InvestigationSummary summary(String query) {
        return new InvestigationSummary(
                "investigation_1", query, List.of(), List.of(), ResolutionStatus.ONGOING, List.of("slow"), "", now);
    }
}
