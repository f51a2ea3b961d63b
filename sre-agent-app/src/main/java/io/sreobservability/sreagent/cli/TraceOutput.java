package io.sreobservability.sreagent.cli;

import io.opentelemetry.api.trace.TraceId;
import io.sreobservability.cloudwatch.TelemetryMode;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.trace.Style;
import io.sreobservability.sreagent.trace.TraceClient;
import io.sreobservability.sreagent.trace.TraceUnavailableException;
import io.sreobservability.sreagent.trace.TraceView;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Prints the trace of an investigation as the stand-in has it, or why there is none. */
final class TraceOutput {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TelemetryMode mode;
    private final TraceClient source;
    private final Style style;

    /**
     * Reads nothing yet.
     *
     * @throws CliException if the address is none
     */
    TraceOutput(AgentTelemetry telemetry, URI standIn, Map<String, String> environment) {
        mode = telemetry.mode();
        style = Style.detect(environment);
        try {
            source = new TraceClient(standIn);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** Prints the trace. If the investigation failed, a trace that can't be had is only noted: it is not what went wrong. */
    void print(Investigation investigation, PrintWriter out) {
        if (mode == TelemetryMode.NONE) {
            note("telemetry is off (SRE_OBSERVABILITY_MODE=local sends it to the local stand-in).", out);
        } else if (!TraceId.isValid(investigation.traceId())) {
            note("it is switched off (SRE_OBSERVABILITY_ENABLED) or not sampled (OTEL_TRACES_SAMPLER).", out);
        } else if (mode != TelemetryMode.LOCAL) {
            note("it was sent away, under the id " + investigation.traceId() + ".", out);
        } else {
            try {
                new TraceView(style).fetchAndPrint(source, investigation.traceId(), out, PATIENCE);
            } catch (TraceUnavailableException e) {
                String why = String.valueOf(e.getMessage());
                if (!investigation.failed()) {
                    throw new CliException(CliException.ENVIRONMENT, why);
                }
                note(why, out);
            }
        }
    }

    private static void note(String whyNoTrace, PrintWriter out) {
        out.println("No trace: " + whyNoTrace);
        out.flush();
    }
}
