package io.sreobservability.benchmarks.system;

import ch.qos.logback.classic.Logger;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryConfig;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.GatewayAddress;
import io.sreobservability.sreagent.tool.TokenSource;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * Investigates the same question, without think time, as often as a line of its input says, until the input ends. Answers
 * each line with whether the investigations were {@code traced}, and the CPU time of the whole process for one of them, in
 * milliseconds. All threads but the JIT compiler's count, those that export or collect garbage too; what is still to be
 * sent is sent before the clock is read. So two of these processes, both warm, can be measured in turn.
 * Gateway, stand-in and telemetry come from the same environment variables as the agent's.
 */
public final class RepeatedInvestigations {
    private static final String QUERY = "API response times have degraded 3x in the last hour";
    private static final Duration FLUSH_BUDGET = Duration.ofSeconds(30);
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final ProcessCpu cpu = new ProcessCpu();
    private final Supervisor supervisor;
    private final SreTelemetry telemetry;
    private boolean traced;

    private RepeatedInvestigations(Supervisor supervisor, SreTelemetry telemetry) {
        this.supervisor = supervisor;
        this.telemetry = telemetry;
    }

    /**
     * Runs.
     *
     * @param arguments none
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        // The agent's interactive command prints no log lines either.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender("CONSOLE");
        TelemetryConfig config =
                TelemetryConfig.fromEnvironment(System.getenv()).withDefaultServiceName("sre-agent");
        try (SreTelemetry telemetry = SreTelemetry.start(config);
                ToolClient tools = tools();
                Supervisor supervisor = supervisor(tools)) {
            OpenTelemetryAppender.install(telemetry.openTelemetry());
            new RepeatedInvestigations(supervisor, telemetry).answer(System.in);
        }
    }

    @SuppressWarnings("SystemOut") // a command: its output is what it is for
    private void answer(InputStream input) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int count = Integer.parseInt(line);
            double millis = run(count) / NANOS_PER_MILLI / count;
            System.out.printf(Locale.ROOT, "%s %.3f%n", traced ? "traced" : "untraced", millis);
        }
    }

    private static ToolClient tools() {
        return new ToolClient(
                ToolCatalog.standard(),
                GatewayAddress.fromEnvironment(System.getenv()),
                TokenSource.fromEnvironment(System.getenv()));
    }

    private static Supervisor supervisor(ToolClient tools) {
        OfflineChatModel model = new OfflineChatModel();
        Specialists specialists = new Specialists(role -> model, ToolCatalog.standard(), tools, Progress.silent());
        return new Supervisor(role -> model, new MemoryClient(SeedMemoryStore.load()), specialists, Progress.silent());
    }

    /** The CPU nanoseconds that this many investigations take, until their telemetry is acknowledged. */
    private long run(int count) {
        long before = cpu.nanos();
        for (int i = 0; i < count; i++) {
            investigate();
        }
        if (!telemetry.flush(FLUSH_BUDGET)) {
            throw new IllegalStateException("not all telemetry was acknowledged");
        }
        return cpu.nanos() - before;
    }

    private void investigate() {
        Investigation investigation = supervisor.investigate(InvestigationIds.next(), "Alice", "benchmark", QUERY);
        if (investigation.failed() || investigation.findings().isEmpty()) {
            throw new IllegalStateException("the investigation found nothing: are gateway and backends there?");
        }
        traced = TraceId.isValid(investigation.traceId());
    }
}
