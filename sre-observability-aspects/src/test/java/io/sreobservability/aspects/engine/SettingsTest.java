package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void telemetryIsOnAndContentStaysInUnlessSaidOtherwise() {
        assertThat(Settings.read(NONE::get, NONE::get)).isEqualTo(new Settings(true, false, DimensionLimits.STANDARD));
    }

    @Test
    void theEnvironmentSwitchesBoth() {
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_ENABLED", "FALSE", "SRE_OBSERVABILITY_CAPTURE_CONTENT", " true ");

        assertThat(Settings.read(NONE::get, environment::get))
                .isEqualTo(new Settings(false, true, DimensionLimits.STANDARD));
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() {
        Map<String, String> properties =
                Map.of("sre.observability.enabled", "true", "sre.observability.capture-content", "false");
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_ENABLED", "false", "SRE_OBSERVABILITY_CAPTURE_CONTENT", "true");

        assertThat(Settings.read(properties::get, environment::get))
                .isEqualTo(new Settings(true, false, DimensionLimits.STANDARD));
    }

    @Test
    void aValueThatIsNeitherLeavesTheSafeDefault() {
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_ENABLED", "maybe", "SRE_OBSERVABILITY_CAPTURE_CONTENT", "yes");

        assertThat(Settings.read(NONE::get, environment::get))
                .isEqualTo(new Settings(true, false, DimensionLimits.STANDARD));
    }

    @Test
    void theLimitsOfDimensionsAreRead() {
        Map<String, String> environment =
                Map.of("SRE_OBSERVABILITY_DIMENSION_VALUES", "50", "SRE_OBSERVABILITY_IDENTIFIER_DIMENSIONS", "false");

        assertThat(Settings.read(NONE::get, environment::get).dimensionLimits())
                .isEqualTo(new DimensionLimits(50, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e3", "many", "1000000", "٣"})
    void aLimitThatIsNoCountLeavesTheDefault(String text) {
        Map<String, String> environment = Map.of("SRE_OBSERVABILITY_DIMENSION_VALUES", text);

        assertThat(Settings.read(NONE::get, environment::get).dimensionLimits()).isEqualTo(DimensionLimits.STANDARD);
    }
}
