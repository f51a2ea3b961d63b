package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationTest {

    @ParameterizedTest
    @CsvSource({
        "HIGH, medium, severity_threshold, severity High is above Carol's threshold medium",
        "HIGH, High, , severity High is not above Carol's threshold high",
        "CRITICAL, high, severity_threshold, severity Critical is above Carol's threshold high",
        "LOW, medium, , severity Low is not above Carol's threshold medium"
    })
    void onlySeverityAboveTheThresholdEscalatesAndTheReasonSaysBoth(
            Severity severity, String threshold, String type, String reason) {
        Escalation escalation = decide(severity, Map.of("escalation_threshold", threshold));

        assertThat(escalation).isEqualTo(new Escalation(type, reason));
        assertThat(escalation.triggered()).isEqualTo(type != null);
    }

    @ParameterizedTest
    @CsvSource({"'{}', x", "escalation_threshold, whatever"})
    void withoutAThresholdThatIsOneNothingEscalates(String setting, String value) {
        assertThat(decide(Severity.CRITICAL, Map.of(setting, value)))
                .isEqualTo(new Escalation(null, "no threshold is known for Carol"));
    }

    @Test
    void whatWasNotLookedUpIsNotSevere() {
        assertThat(Escalation.ofNothing().triggered()).isFalse();
    }

    private static Escalation decide(Severity severity, Map<String, Object> settings) {
        return Escalation.decide(severity, "Carol", EscalationPreferences.of(new PreferenceSettings(settings)));
    }
}
