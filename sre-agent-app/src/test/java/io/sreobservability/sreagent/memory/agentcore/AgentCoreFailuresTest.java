package io.sreobservability.sreagent.memory.agentcore;

import static io.sreobservability.sreagent.memory.MemoryStrategy.INFRASTRUCTURE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.memory.SettableClock;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.remote.AwsAccess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/** Whatever goes wrong is one sentence: which memory, where, what, and what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
class AgentCoreFailuresTest {
    private static final Namespace ALICE = INFRASTRUCTURE.namespace("Alice", "s1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock();
    private final List<AgentCoreMemoryStore> opened = new ArrayList<>();
    private AgentCoreStub stub;

    @BeforeAll
    void start() throws IOException {
        stub = AgentCoreStub.start();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    @BeforeEach
    void forget() {
        stub.forget();
    }

    @AfterEach
    void close() {
        opened.forEach(AgentCoreMemoryStore::close);
        opened.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|ValidationException|three strategies",
                "402|ServiceQuotaExceededException|quota",
                "403|AccessDeniedException|allow bedrock-agentcore:CreateEvent",
                "403|UnrecognizedClientException|AWS_PROFILE",
                "403|ExpiredTokenException|AWS_PROFILE",
                "404|ResourceNotFoundException|SRE_AGENT_MEMORY_ID",
                "429|ThrottledException|wait a little",
                "500|ServiceException|try again in a few minutes",
                "504|GatewayTimeout|did not answer in time"
            })
    void aRefusalIsOneSentenceWithTheFix(int status, String code, String fix) {
        stub.next(AgentCoreStub.refusal(status, code, "the service's\nown words"));

        assertSentence(failure(store(stub.address(), PATIENCE, 1)), fix).contains("(the service's own words)");
    }

    @Test
    void whatPassesIsTriedAgain() {
        stub.remember(ALICE.path(), "a fact", clock.instant());
        stub.next(AgentCoreStub.refusal(429, "ThrottledException", "slow down"));

        assertThat(search(store(stub.address(), PATIENCE, 3))).hasSize(1);
        assertThat(stub.asked()).hasSize(2);
    }

    @Test
    void aServiceThatGoesOnFailingIsAskedThreeTimes() {
        AgentCoreStub.Reply broken = AgentCoreStub.refusal(500, "ServiceException", "oops");
        stub.next(broken, broken, broken);

        assertSentence(failure(store(stub.address(), PATIENCE, 3)), "try again in a few minutes");
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void anEventWhoseAcknowledgementWasLostIsKeptOnce() {
        stub.next(AgentCoreStub.refusal(500, "ServiceException", "stored, but not said so"));
        AgentCoreMemoryStore store = store(stub.address(), PATIENCE, 3);

        store.store(
                ALICE,
                List.of(new InfrastructureKnowledge(
                        "web-service", KnowledgeType.PATTERN, Map.of(), 1, "", clock.instant())));

        assertThat(stub.asked()).hasSize(2);
        assertThat(search(store)).hasSize(1);
    }

    @Test
    void aServiceThatHangsIsNotWaitedForLong() {
        CountDownLatch end = new CountDownLatch(1);
        stub.next(exchange -> awaitQuietly(end));
        try {
            assertSentence(failure(store(stub.address(), Duration.ofMillis(200), 1)), "SRE_AGENT_MEMORY=local");
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"memoryRecordSummaries\": [{\"secret\": ",
                "{\"memoryRecordSummaries\": \"secret\"}",
                "<html>secret</html>"
            })
    void anAnswerThatIsNoneIsNotRepeated(String body) {
        stub.next(AgentCoreStub.json(200, body));

        assertSentence(failure(store(stub.address(), PATIENCE, 1)), "answered what cannot be read")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"memoryRecordSummaries\": [null, {}, {\"memoryRecordId\": \"m\", \"content\": {}, \"createdAt\": 1}]}",
                "{\"memoryRecordSummaries\": [{\"memoryRecordId\": \"m\", \"content\": {\"text\": \"t\"}, \"createdAt\": 1,"
                        + " \"namespaces\": [null]}]}",
                "{\"memoryRecordSummaries\": null}"
            })
    void anAnswerWithHolesHoldsNothing(String body) {
        stub.next(AgentCoreStub.json(200, body));

        assertThat(search(store(stub.address(), PATIENCE, 1))).isEmpty();
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        byte[] megabyte = " ".repeat(1 << 20).getBytes(UTF_8);
        stub.next(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 10; i++) {
                exchange.getResponseBody().write(megabyte);
            }
        });

        assertSentence(failure(store(stub.address(), PATIENCE, 1)), "answered what cannot be read");
    }

    @Test
    void aServiceThatIsNotThereCannotBeReached() throws IOException {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = "http://127.0.0.1:" + socket.getLocalPort();
        }

        assertSentence(failure(store(nobody, PATIENCE, 1)), "SRE_AGENT_MEMORY_ENDPOINT");
    }

    @Test
    void withoutCredentialsNobodyIsAsked() {
        AwsCredentialsProviderChain none = AwsCredentialsProviderChain.of(ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.aggregator().build())
                .build());
        SdkClientException thrown = catchThrowableOfType(SdkClientException.class, none::resolveCredentials);

        assertSentence(new AgentCoreFailures(settings(stub.address(), PATIENCE, 1)).explain(thrown), "AWS_PROFILE");
    }

    @Test
    void aCallerThatIsInterruptedIsLetGoAndStaysInterrupted() {
        AgentCoreMemoryStore store = store(stub.address(), PATIENCE, 3);
        Thread.currentThread().interrupt();

        assertSentence(failure(store), "was not waited for");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static AbstractStringAssert<?> assertSentence(MemoryUnavailableException failure, String fix) {
        assertThat(String.valueOf(failure.getMessage()).lines()).hasSize(1);
        return assertThat(failure.getMessage())
                .startsWith("AgentCore Memory " + AgentCoreStub.MEMORY + " in us-east-1 ")
                .contains(fix)
                .hasSizeLessThan(400);
    }

    private MemoryUnavailableException failure(AgentCoreMemoryStore store) {
        return catchThrowableOfType(MemoryUnavailableException.class, () -> search(store));
    }

    private static List<StoredMemory> search(AgentCoreMemoryStore store) {
        return store.search(ALICE, "why?", 5);
    }

    private AgentCoreMemoryStore store(String address, Duration timeout, int attempts) {
        AgentCoreMemoryStore store = new AgentCoreMemoryStore(settings(address, timeout, attempts), clock);
        opened.add(store);
        return store;
    }

    private static AgentCoreSettings settings(String address, Duration timeout, int attempts) {
        return new AgentCoreSettings(
                AgentCoreStub.MEMORY, new AwsAccess("us-east-1", URI.create(address)), timeout, attempts);
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
