package io.sreobservability.cloudwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.sreobservability.cloudwatch.delivery.ExportOutcome.Next;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "400, SPLIT",
        "413, SPLIT",
        "422, SPLIT",
        "401, GIVE_UP",
        "403, GIVE_UP",
        "404, GIVE_UP",
        "301, GIVE_UP",
        "501, GIVE_UP",
        "505, GIVE_UP",
        "408, AGAIN",
        "425, AGAIN",
        "429, AGAIN",
        "503, AGAIN",
        "500, STUMBLED",
        "502, STUMBLED",
        "504, STUMBLED",
        "507, STUMBLED",
        "520, STUMBLED",
        "530, STUMBLED"
    })
    void aStatusSaysWhatFollows(int status, Next next) {
        assertThat(ExportOutcome.afterStatus(status)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, SPLIT",
        "UNAUTHENTICATED, GIVE_UP",
        "PERMISSION_DENIED, GIVE_UP",
        "UNIMPLEMENTED, GIVE_UP",
        "NOT_FOUND, GIVE_UP",
        "UNAVAILABLE, AGAIN",
        "RESOURCE_EXHAUSTED, AGAIN",
        "DEADLINE_EXCEEDED, AGAIN",
        "INTERNAL, STUMBLED",
        "UNKNOWN, STUMBLED"
    })
    void soDoesOneOfGrpc(GrpcStatusCode status, Next next) {
        assertThat(ExportOutcome.afterStatus(status)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "408, true",
        "500, true",
        "502, true",
        "504, true",
        "520, true",
        "501, false",
        "503, false",
        "505, false",
        "429, false",
        "400, false"
    })
    void whatAGatewayAnswersAfterTheReceiverMayHaveStoredIsUnclear(int status, boolean unclear) {
        assertThat(ExportOutcome.isUnclear(status)).isEqualTo(unclear);
    }
}
