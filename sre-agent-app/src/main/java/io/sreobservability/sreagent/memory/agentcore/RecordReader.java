package io.sreobservability.sreagent.memory.agentcore;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.ResolutionStatus;
import io.sreobservability.sreagent.memory.StoredMemory;
import io.sreobservability.sreagent.text.OneLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockagentcore.model.MemoryRecordSummary;

/**
 * Brings records of one strategy back into our form. A record is our JSON where the service kept it; else what the service
 * itself writes: preferences as JSON, knowledge as a sentence, summaries as XML. Whatever it is, it is a text from outside and
 * never throws.
 */
final class RecordReader {
    /** What a service learnt from a conversation is less sure than what a tool said. */
    private static final double CONFIDENCE = 0.5;

    private final MemoryStrategy strategy;
    private final String path;
    private int unreadable;

    /**
     * A reader that counts.
     *
     * @param path which records are wanted: those at it or below it
     */
    RecordReader(MemoryStrategy strategy, String path) {
        this.strategy = strategy;
        this.path = path;
    }

    /** How many records it could not read. */
    int unreadable() {
        return unreadable;
    }

    /** The memory in a record; empty if it is somebody else's, or unreadable. */
    Optional<StoredMemory> read(@Nullable MemoryRecordSummary record) {
        if (record == null
                || record.memoryRecordId() == null
                || record.createdAt() == null
                || text(record).isEmpty()) {
            unreadable++;
            return Optional.empty();
        }
        return record.namespaces().stream()
                .filter(Objects::nonNull)
                .map(RecordReader::withoutSlash)
                .filter(this::wanted)
                .findFirst()
                .flatMap(namespace -> read(record, namespace));
    }

    private Optional<StoredMemory> read(MemoryRecordSummary record, String namespace) {
        Instant created = record.createdAt();
        Optional<Memory> memory = MemoryJson.read(strategy, text(record))
                .or(() -> written(record.memoryRecordId(), namespace, text(record), created));
        if (memory.isEmpty()) {
            unreadable++;
        }
        return memory.map(content -> new StoredMemory(
                record.memoryRecordId(),
                namespace,
                MemoryJson.write(content),
                created,
                created.plus(strategy.retention()),
                score(record)));
    }

    /** What the service has put into words of its own. */
    private Optional<Memory> written(String id, String namespace, String text, Instant created) {
        String[] names = namespace.substring(strategy.root().length() + 1).split("/", -1);
        return switch (strategy) {
            case USER_PREFERENCES -> PreferenceText.read(names[0], id, text, created);
            case INFRASTRUCTURE -> Optional.of(fact(text, created));
            case INVESTIGATIONS -> Optional.of(summary(id, names[names.length - 1], text, created));
        };
    }

    private static Memory fact(String text, Instant created) {
        return new InfrastructureKnowledge(
                "infrastructure",
                KnowledgeType.PATTERN,
                Map.of("fact", OneLine.of(text)),
                CONFIDENCE,
                "noted by AgentCore Memory",
                created);
    }

    /** The service's summary does not say what was asked, nor how it was left. */
    private static Memory summary(String id, String session, String text, Instant created) {
        List<String> topics = SummaryXml.topics(text).orElse(List.of(text)).stream()
                .map(OneLine::of)
                .toList();
        return new InvestigationSummary(
                id,
                "session " + session,
                List.of(),
                List.of(),
                ResolutionStatus.ONGOING,
                topics,
                String.join("; ", topics),
                created);
    }

    private boolean wanted(String namespace) {
        return namespace.startsWith(strategy.root() + "/") && (namespace + "/").startsWith(path + "/");
    }

    private static String withoutSlash(String namespace) {
        return namespace.endsWith("/") ? namespace.substring(0, namespace.length() - 1) : namespace;
    }

    private static String text(MemoryRecordSummary record) {
        String text = record.content() == null ? null : record.content().text();
        return text == null ? "" : text.strip();
    }

    /** A listing has no scores. */
    private static double score(MemoryRecordSummary record) {
        return record.score() == null ? 0 : record.score();
    }
}
