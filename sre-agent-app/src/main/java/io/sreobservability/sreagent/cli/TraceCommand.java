package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.sreagent.trace.Style;
import io.sreobservability.sreagent.trace.TraceClient;
import io.sreobservability.sreagent.trace.TraceUnavailableException;
import io.sreobservability.sreagent.trace.TraceView;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sre-agent trace}: a trace that the stand-in holds, as a waterfall with its critical path and slowest agent. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Prints a trace as a waterfall, with its critical path and its slowest agent.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:printed",
            " 2:wrong usage: an option, a trace id or address that is none",
            " 3:the environment: no stand-in, or it does not have the trace"
        })
final class TraceCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(
            names = "--stand-in",
            paramLabel = "URL",
            description = "The local stand-in (default: $" + StandInAddress.VARIABLE + ", or http://127.0.0.1:4318).")
    private @Nullable URI standIn;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Columns to draw in, 60 to 240 (default: $COLUMNS, or 80).")
    private @Nullable Integer width;

    /** Which trace to show. */
    private static final class Which {
        @Parameters(paramLabel = "<traceId>", description = "The trace id: 32 hex digits.")
        private @Nullable String traceId;

        @Option(names = "--last", description = "The newest investigation.")
        private boolean last;
    }

    TraceCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        CommandSpec command = requireNonNull(spec, "picocli injects the spec");
        LogOutput.configure(environment, false);
        Style detected = Style.detect(environment);
        Style style = width == null ? detected : detected.withWidth(width);
        try {
            TraceClient client = new TraceClient(StandInAddress.of(standIn, environment));
            String id = which.last || which.traceId == null ? client.newest() : which.traceId;
            new TraceView(style).fetchAndPrint(client, id, command.commandLine().getOut(), PATIENCE);
            return 0;
        } catch (TraceUnavailableException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
