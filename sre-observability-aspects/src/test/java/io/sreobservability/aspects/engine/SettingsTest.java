package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void telemetryIsOnAndContentStaysInUnlessSaidOtherwise() {
        assertThat(Settings.read(NONE::get, NONE::get)).isEqualTo(new Settings(true, false));
    }

    @Test
    void theEnvironmentSwitchesBoth() {
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_ENABLED", "FALSE", "SRE_OBSERVABILITY_CAPTURE_CONTENT", " true ");

        assertThat(Settings.read(NONE::get, environment::get)).isEqualTo(new Settings(false, true));
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() {
        Map<String, String> properties =
                Map.of("sre.observability.enabled", "true", "sre.observability.capture-content", "false");
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_ENABLED", "false", "SRE_OBSERVABILITY_CAPTURE_CONTENT", "true");

        assertThat(Settings.read(properties::get, environment::get)).isEqualTo(new Settings(true, false));
    }

    @Test
    void aValueThatIsNeitherLeavesTheSafeDefault() {
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_ENABLED", "maybe", "SRE_OBSERVABILITY_CAPTURE_CONTENT", "yes");

        assertThat(Settings.read(NONE::get, environment::get)).isEqualTo(new Settings(true, false));
    }
}
