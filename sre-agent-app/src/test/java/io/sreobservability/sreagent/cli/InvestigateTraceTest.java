package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.store.LogEntry;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What {@code investigate} sends, and what it says about its trace when there is none. */
class InvestigateTraceTest {
    private static final String NOBODY = "http://127.0.0.1:1";

    private final Map<String, String> environment = new HashMap<>();
    private final List<BackendServer> backends = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StandInServer standIn;
    private RunningGateway gateway;

    @TempDir
    private Path memory;

    @BeforeEach
    void sendToAStandIn() throws Exception {
        standIn = StandInServer.start(StandInConfig.ephemeral());
        environment.put("SRE_AGENT_MEMORY_DIR", memory.toString());
        environment.put("SRE_OBSERVABILITY_MODE", "local");
        environment.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", standIn.url());
        gateway = RunningGateway.before(Map.of());
        environment.putAll(gateway.environment());
    }

    @AfterEach
    void stop() {
        gateway.close();
        backends.forEach(BackendServer::close);
        standIn.close();
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        logging.getLogger("io.sreobservability").setLevel(null);
        logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender("JSON");
        SreObservability.setEnabled(true);
        SreObservability.install(OpenTelemetry.noop());
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void switchedOffSpansAreNoError() throws IOException {
        startBackends();
        SreObservability.setEnabled(false);

        assertThat(investigate()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("# Investigation report", "No trace: it is switched off");
    }

    @Test
    void aTraceThatIsNotSampledIsNoError() throws IOException {
        startBackends();
        environment.put("OTEL_TRACES_SAMPLER", "always_off");

        assertThat(investigate()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("# Investigation report", "or not sampled (OTEL_TRACES_SAMPLER)");
    }

    @Test
    void debugTellsEveryToolCallHereAndSendsNoneOfIt() throws IOException {
        startBackends();
        Path log = memory.resolve("log.jsonl");
        environment.put("SRE_AGENT_LOG_FILE", log.toString());

        // As JSON: nobody waits for the spans of the backends, which here send none.
        assertThat(investigate("--debug", "--json")).as(err.toString()).isZero();

        List<JsonNode> details = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.path("level").asText().equals("DEBUG")) {
                details.add(record);
            }
        }
        assertThat(details)
                .allSatisfy(
                        record -> assertThat(record.path("loggerName").asText()).startsWith("io.sreobservability."))
                .anySatisfy(record -> assertThat(record.toString()).contains("get_error_rates", "error_rate"));
        assertThat(standIn.store().logs().entries())
                .extracting(LogEntry::severity)
                .contains("INFO")
                .doesNotContain("DEBUG");
    }

    @Test
    void switchedOffSpansDoNotHideThatTheInvestigationFailed() {
        SreObservability.setEnabled(false);

        assertThat(investigate()).isEqualTo(1);
        assertThat(err.toString()).contains("no agent got an answer");
    }

    @Test
    void aTraceThatCannotBeFetchedDoesNotHideThatTheInvestigationFailed() {
        assertThat(investigate("--stand-in", NOBODY)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("the investigation failed, no agent got an answer");
        assertThat(out.toString()).contains("No trace: No stand-in answers at " + NOBODY);
    }

    @Test
    void aTraceThatCannotBeFetchedIsAnErrorAfterTheReport() throws IOException {
        startBackends();

        assertThat(investigate("--stand-in", NOBODY)).isEqualTo(3);
        assertThat(out.toString()).contains("# Investigation report");
        assertThat(err.toString()).startsWith("sre-agent: No stand-in answers at " + NOBODY);
    }

    /** And a gateway that knows them, in the place of that before nobody. */
    private void startBackends() throws IOException {
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, RunningGateway.KEY).withPort(0), OpenTelemetry.noop());
            backends.add(backend);
            addresses.put(domain, backend.uri());
        }
        gateway.close();
        gateway = RunningGateway.before(addresses);
        environment.putAll(gateway.environment());
    }

    private int investigate(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("investigate", "--prompt", "API response times are slow", "--user", "Alice", "--no-save"));
        arguments.addAll(List.of(options));
        return SreAgent.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
