package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.cloudwatch.TelemetryConfig;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.reader.RegistryReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What this module repeats of the naming standard is what the registry says. */
class NamingStandardTest {
    private static final List<Metric> METRICS = RegistryReader.standard().metrics();

    @Test
    void everyMetricGetsTheCloudWatchUnitOfTheStandard() {
        assertThat(METRICS)
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(Units.of(otelUnit(metric)).toString())
                        .as(metric.name())
                        .isEqualTo(metric.cloudWatchUnit()));
    }

    /** The registry's reader takes no other unit for these two. */
    private static String otelUnit(Metric metric) {
        return switch (metric.value()) {
            case DURATION -> "ms";
            case ONE -> "{count}";
        };
    }

    @Test
    void theDefaultNamespaceIsTheOneOfTheStandard() {
        TelemetryConfig config = TelemetryConfig.fromEnvironment(Map.of("SRE_OBSERVABILITY_MODE", "local"));
        assertThat(METRICS).extracting(Metric::namespace).containsOnly(config.namespace());
    }
}
