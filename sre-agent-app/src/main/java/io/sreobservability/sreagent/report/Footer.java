package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.TokenCount;
import java.util.List;

/** What it cost in tokens, if the model counts them. */
final class Footer {
    private Footer() {}

    static List<String> lines(Investigation investigation) {
        TokenCount tokens = investigation.tokens();
        return tokens.total() == 0
                ? List.of()
                : List.of(
                        "---",
                        "",
                        "Tokens of the model: " + tokens.total() + " (" + tokens.input() + " asked, " + tokens.output()
                                + " answered)");
    }
}
