package io.sreobservability.cloudwatch;

import io.opentelemetry.api.GlobalOpenTelemetry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of {@link SreTelemetry} in mode local, with a receiver of their own. */
@Timeout(30)
abstract class LocalTelemetry {

    static final Duration PLENTY = Duration.ofSeconds(20);

    @RegisterExtension
    final TelemetryBooks books = new TelemetryBooks();

    final LoopbackReceiver receiver = new LoopbackReceiver();
    final LogCapture log = new LogCapture();

    @BeforeEach
    void forgetGlobal() {
        GlobalOpenTelemetry.resetForTest();
    }

    @AfterEach
    void close() {
        log.close();
        receiver.close();
        GlobalOpenTelemetry.resetForTest();
    }

    /** Telemetry whose books are looked at when the test is over. */
    SreTelemetry start(TelemetryConfig config) {
        return books.start(config);
    }

    TelemetryConfig config(String... more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SRE_OBSERVABILITY_MODE", "local");
        environment.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", receiver.url());
        environment.put("SRE_OBSERVABILITY_BUFFER_DIR", "none");
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return TelemetryConfig.fromEnvironment(environment);
    }

    static void endSpan(SreTelemetry telemetry, String name) {
        telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder(name)
                .startSpan()
                .end();
    }
}
