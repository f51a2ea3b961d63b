package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of facts can fail: on a wrong number, ratio, time, name and quote. */
class AnswerFactsTest {
    private static final String ANSWER = """
            {"rows": [{"timestamp": "2026-01-01T14:20:00Z", "service": "web-shop", "ms": 150, "message": "no "},
                      {"timestamp": "2026-01-01T14:24:00Z", "service": "web-shop", "ms": 5000.0, "message": "said \\"no\\" 3 times"}]}""";

    @Test
    void whatTheAnswerHoldsOrCountsPasses() throws JsonProcessingException {
        assertThat(AnswerFacts.of(ANSWER)
                        .inventedIn("ms of web-shop rose from 150 at 14:20 to 5000 at 14:24 (33.3x), 2 rows"))
                .isEmpty();
        assertThat(AnswerFacts.of(ANSWER).inventedIn("\"said \"no\" 3 times\" (web-shop)"))
                .isEmpty();
    }

    @Test
    void timesAreThoseOfTheZone() throws JsonProcessingException {
        AnswerFacts facts = AnswerFacts.of(ZoneId.of("America/New_York"), List.of(ANSWER));

        assertThat(facts.inventedIn("since 2026-01-01 09:20")).isEmpty();
        assertThat(facts.inventedIn("since 2026-01-02 14:20")).containsExactly("2026-01-02", "14:20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ms rose to 5001",
                "ms rose from 150 to 5000 (33.9x)",
                "ms rose at 14:25",
                "ms of api-shop rose",
                "\"said yes\" (web-shop)",
                "17 rows"
            })
    void whatItDoesNotHoldIsFound(String sentence) throws JsonProcessingException {
        assertThat(AnswerFacts.of(ANSWER).inventedIn(sentence)).isNotEmpty();
    }
}
