package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

/** The check of the books can fail. */
class TelemetryBooksTest extends LocalTelemetry {

    @Test
    void aSpanThatNeverEndedIsMissedUnlessItIsExpected() {
        TelemetryBooks forgetful = new TelemetryBooks();
        forgetful
                .start(config())
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("forgotten")
                .startSpan();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(forgetful::check)
                .withMessageContaining("1 live");
        forgetful.expectLiveSpans(1);
        assertThatNoException().isThrownBy(forgetful::check);
    }
}
