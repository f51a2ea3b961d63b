package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.source.JsonReader;
import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.Place;
import io.sreobservability.maven.source.SourceText;
import io.sreobservability.maven.source.UnreadableTextException;
import io.sreobservability.maven.vocabulary.Foreign;
import io.sreobservability.maven.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Checks files that read our telemetry against the names that the contracts emit. */
public final class ConsumerCheck {
    private final Findings findings = new Findings();
    private final MetricCheck metrics;
    private final LogsCheck logs;

    /**
     * A check.
     *
     * @param vocabulary the names of all contracts
     * @param foreign names of other publishers that are left alone
     */
    public ConsumerCheck(Vocabulary vocabulary, Foreign foreign) {
        metrics = new MetricCheck(vocabulary, foreign, findings);
        logs = new LogsCheck(vocabulary, foreign, findings);
    }

    /**
     * Checks the body of a CloudWatch dashboard.
     *
     * @param file what to call it in messages
     */
    public void dashboard(String file, String content) {
        json(file, content).ifPresent(document -> new DashboardCheck(metrics, logs, findings).check(document));
    }

    /**
     * Checks saved queries: a JSON file by its name, else a file that is one query.
     *
     * @param file what to call it in messages
     */
    public void queries(String file, String content) {
        if (file.endsWith(".json")) {
            json(file, content).ifPresent(document -> new SavedQueriesCheck(logs, findings).check(document));
        } else {
            logs.check(SourceText.ofFile(file, content), List.of());
        }
    }

    /** Notes that a file could not be opened at all. */
    public void unreadable(String file, String reason) {
        findings.add(ProofCode.UNREADABLE_FILE, new Place(file, 1, 1, ""), reason);
    }

    /** Everything that is wrong in the files checked so far. */
    public List<Finding> findings() {
        return findings.all();
    }

    private Optional<JsonValue> json(String file, String content) {
        try {
            return Optional.of(JsonReader.read(file, content));
        } catch (UnreadableTextException e) {
            findings.add(ProofCode.UNREADABLE_FILE, e.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
