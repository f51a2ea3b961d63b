package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opentelemetry.api.GlobalOpenTelemetry;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockLogsTest {
    private static final Logger STOCK = Logger.getLogger("io.opentelemetry.exporter.otlp.internal.HttpExporter");

    @BeforeEach
    @AfterEach
    void forget() {
        GlobalOpenTelemetry.resetForTest();
        STOCK.setLevel(null);
    }

    private static SreTelemetry start(String... more) {
        return SreTelemetry.start(TelemetryConfig.fromEnvironment(
                more.length == 0
                        ? Map.of("SRE_OBSERVABILITY_MODE", "local")
                        : Map.of("SRE_OBSERVABILITY_MODE", "local", more[0], more[1])));
    }

    @Test
    void theyAreSilentUntilTheLastOfOurSdksIsClosed() {
        SreTelemetry first = start();
        SreTelemetry second = start();
        assertThat(STOCK.getLevel()).isEqualTo(Level.OFF);
        first.close();
        first.close();
        assertThat(STOCK.getLevel()).isEqualTo(Level.OFF);
        second.close();
        assertThat(STOCK.getLevel()).isNull();
    }

    @Test
    void theLevelThatTheUserSetIsKept() {
        STOCK.setLevel(Level.FINE);
        SreTelemetry telemetry = start();
        assertThat(STOCK.getLevel()).isEqualTo(Level.FINE);
        telemetry.close();
        assertThat(STOCK.getLevel()).isEqualTo(Level.FINE);
    }

    @Test
    void aStartThatFailsLeavesThemAsTheyWere() {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> start("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"));
        assertThat(STOCK.getLevel()).isNull();
    }
}
