package io.sreobservability.cloudwatch.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.cloudwatch.delivery.ExportOutcome.Next;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, Rate exceeded, AGAIN",
        "400, TooManyRequestsException, '', AGAIN",
        "400, '', Throttling: Rate exceeded, STUMBLED",
        "400, ValidationException, a name that holds Throttling, STUMBLED",
        "400, ExpiredTokenException, '', AGAIN",
        "400, ValidationException, '', SPLIT",
        "500, InternalFailure, '', STUMBLED"
    })
    void anErrorsNameIsBelievedAndWordsAreDoubted(int status, String errorType, String body, Next next) {
        Answer refusal = new Answer(status, body.getBytes(UTF_8), errorType, null, null);
        assertThat(AnswerRules.failure(refusal).outcome().next()).isEqualTo(next);
    }
}
