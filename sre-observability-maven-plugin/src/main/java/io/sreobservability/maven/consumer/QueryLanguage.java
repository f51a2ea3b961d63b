package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonText;
import java.util.Optional;

/** Logs Insights takes queries in three languages; this check reads its own, {@code CWLI}. */
final class QueryLanguage {
    private QueryLanguage() {}

    /** Whether the query of this object can be read here; if not, that is reported. */
    static boolean isKnown(JsonObject object, JsonShape shape, Findings findings) {
        Optional<JsonText> other = shape.memberText(object, "queryLanguage")
                .filter(language -> !language.text().equals("CWLI"));
        other.ifPresent(language -> findings.add(
                ProofCode.NOT_CHECKED, language.place(), "queries in the language \"" + language.text() + "\""));
        return other.isEmpty();
    }
}
