package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExampleEnvironmentTest {

    @Test
    void theExampleEnvironmentIsOneTheLibraryTakes() throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", ".env.example"))) {
            assertThat(line).matches("(#.*|[A-Z_]+=.*|)");
            if (!line.startsWith("#") && !line.isEmpty()) {
                int equals = line.indexOf('=');
                environment.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        TelemetryConfig config = TelemetryConfig.fromEnvironment(environment);
        assertThat(config.mode()).isEqualTo(TelemetryMode.LOCAL);
        assertThat(config.openTelemetryVariables()).containsEntry("OTEL_SERVICE_NAME", "sre-agent");
        assertThat(environment).containsEntry("SRE_OBSERVABILITY_CAPTURE_CONTENT", "true");
    }
}
