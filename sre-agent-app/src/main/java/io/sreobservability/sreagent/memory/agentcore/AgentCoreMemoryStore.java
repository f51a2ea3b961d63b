package io.sreobservability.sreagent.memory.agentcore;

import io.sreobservability.aspects.Redaction;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.text.Cut;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.ListMemoryRecordsResponse;
import software.amazon.awssdk.services.bedrockagentcore.model.MemoryRecordSummary;
import software.amazon.awssdk.services.bedrockagentcore.model.PayloadType;
import software.amazon.awssdk.services.bedrockagentcore.model.Role;

/**
 * Memories in Amazon Bedrock AgentCore Memory. A memory is written as an event of its user; the service makes records of the
 * events by itself, some time later, and those are what is found. Nothing is asked before the first use.
 */
public final class AgentCoreMemoryStore implements MemoryStore {
    private static final Logger LOG = LoggerFactory.getLogger(AgentCoreMemoryStore.class);

    /** The service's own limits, in characters. */
    private static final int LONGEST_TEXT = 9_000;

    private static final int LONGEST_QUERY = 10_000;

    private static final int PAGE = 100;

    /** Five thousand records. Also ends a listing whose pages lead in circles. */
    private static final int MOST_PAGES = 50;

    private final AgentCoreSettings settings;
    private final InstantSource clock;
    private final BedrockAgentCoreClient client;
    private final AgentCoreFailures failures;

    /** A store over the memory that the settings name. */
    public AgentCoreMemoryStore(AgentCoreSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = client(settings);
        this.failures = new AgentCoreFailures(settings);
    }

    private static BedrockAgentCoreClient client(AgentCoreSettings settings) {
        return settings.aws()
                .configure(BedrockAgentCoreClient.builder(), settings.timeout())
                .credentialsProvider(settings.aws().credentials())
                .overrideConfiguration(config -> config.apiCallTimeout(settings.timeout())
                        .addExecutionInterceptor(new AnswerLimit())
                        .retryStrategy(RetryMode.STANDARD)
                        .retryStrategy(retry -> retry.maxAttempts(settings.attempts())))
                .build();
    }

    @Override
    public List<StoredMemory> search(Namespace namespace, String query, int limit) {
        List<MemoryRecordSummary> found = ask(() -> client.retrieveMemoryRecords(request -> request.memoryId(
                                settings.memoryId())
                        .namespace(prefix(namespace))
                        .maxResults(limit)
                        .searchCriteria(criteria -> criteria.searchQuery(Cut.to(LONGEST_QUERY, Redaction.mask(query)))
                                .topK(limit)))
                .memoryRecordSummaries());
        return memories(namespace.strategy(), namespace.path(), found);
    }

    /** The service takes a prefix of paths: without the slash, Al would find Alice's. */
    private static String prefix(Namespace namespace) {
        boolean whole = namespace.strategy() == MemoryStrategy.USER_PREFERENCES || namespace.session() != null;
        return whole ? namespace.path() : namespace.path() + "/";
    }

    /**
     * Writes one event with all of them. The SDK marks it, so that an event that is sent again after a failure is kept once.
     *
     * @throws IllegalArgumentException if they need a session and the namespace has none
     */
    @Override
    public void store(Namespace namespace, List<? extends Memory> memories) {
        String session = Sessions.of(namespace);
        if (memories.isEmpty()) {
            return;
        }
        List<PayloadType> payload =
                memories.stream().map(AgentCoreMemoryStore::message).toList();
        ask(() -> client.createEvent(request -> request.memoryId(settings.memoryId())
                .actorId(namespace.user())
                .sessionId(session)
                .eventTimestamp(clock.instant())
                .payload(payload)));
    }

    /**
     * Noted by the assistant. What tools and people said is masked before it leaves; a preference is not, since its addresses are
     * its point.
     */
    private static PayloadType message(Memory memory) {
        String json = MemoryJson.write(memory);
        boolean preference = memory.strategy() == MemoryStrategy.USER_PREFERENCES;
        String text = Cut.to(LONGEST_TEXT, preference ? json : Redaction.mask(json));
        return PayloadType.builder()
                .conversational(said -> said.role(Role.ASSISTANT).content(content -> content.text(text)))
                .build();
    }

    @Override
    public List<StoredMemory> list(String path) {
        List<MemoryRecordSummary> records = new ArrayList<>();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ListMemoryRecordsResponse answer = page(path, token);
            records.addAll(answer.memoryRecordSummaries());
            token = answer.nextToken();
            if (token == null) {
                break;
            }
        }
        if (token != null) {
            LOG.atWarn().log("More than {} memory records at {}: the rest is left out", records.size(), path);
        }
        return memories(strategyOf(path), path, records).stream()
                .sorted(Comparator.comparing(StoredMemory::storedAt).reversed())
                .toList();
    }

    private ListMemoryRecordsResponse page(String path, @Nullable String token) {
        return ask(() -> client.listMemoryRecords(request -> request.memoryId(settings.memoryId())
                .namespace(path)
                .maxResults(PAGE)
                .nextToken(token)));
    }

    private static MemoryStrategy strategyOf(String path) {
        return Arrays.stream(MemoryStrategy.values())
                .filter(strategy -> (path + "/").startsWith(strategy.root() + "/"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no strategy keeps memories at " + path));
    }

    /** What of the records is at a path or below it, can be read and has not expired. */
    private List<StoredMemory> memories(MemoryStrategy strategy, String path, List<MemoryRecordSummary> records) {
        RecordReader reader = new RecordReader(strategy, path);
        List<StoredMemory> memories = records.stream()
                .flatMap(record -> reader.read(record).stream())
                .filter(memory ->
                        memory.expiresAt() == null || memory.expiresAt().isAfter(clock.instant()))
                .toList();
        if (reader.unreadable() > 0) {
            LOG.atWarn()
                    .log(
                            "{} of {} memory records at {} are in a form that is not known, and left out",
                            reader.unreadable(),
                            records.size(),
                            path);
        }
        return memories;
    }

    private <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw failures.explain(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
