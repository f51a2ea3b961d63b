package io.sreobservability.maven.consumer;

import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonText;
import io.sreobservability.maven.source.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks over saved queries: a list of objects, each with {@code query} and {@code logGroup} as in this project's files, or
 * with {@code queryString} and {@code logGroupNames} as the API of CloudWatch Logs writes them; there, the list may stand
 * in {@code queryDefinitions}.
 */
final class SavedQueriesCheck {
    private static final String EXPECTED = "a list of saved queries";

    private final JsonShape shape;
    private final LogsCheck logs;
    private final Findings findings;

    SavedQueriesCheck(LogsCheck logs, Findings findings) {
        this.shape = new JsonShape(findings);
        this.logs = logs;
        this.findings = findings;
    }

    void check(JsonValue document) {
        JsonValue list = document instanceof JsonObject object
                ? object.member("queryDefinitions").orElse(document)
                : document;
        shape.items(list, EXPECTED).forEach(this::query);
    }

    private void query(JsonValue value) {
        shape.object(value, "a saved query").ifPresent(saved -> {
            Optional<JsonText> query =
                    shape.memberText(saved, "query").or(() -> shape.memberText(saved, "queryString"));
            if (saved.member("query").isEmpty() && saved.member("queryString").isEmpty()) {
                findings.addShape(saved, "an object with \"query\" or \"queryString\"");
            }
            List<Named> groups = Stream.concat(
                            shape.memberText(saved, "logGroup").stream(),
                            shape.memberItems(saved, "logGroupNames").stream()
                                    .flatMap(item -> shape.text(item, "the name of a log group").stream()))
                    .map(JsonText::named)
                    .toList();
            if (QueryLanguage.isKnown(saved, shape, findings)) {
                query.ifPresent(text -> logs.check(text.source(), groups));
            }
        });
    }
}
