package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.backend.data.DataException;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code sre-agent backend <domain>}: one of the four demo backends, until the process is told to end. Prints one line
 * when it is ready.
 */
@Command(
        name = "backend",
        mixinStandardHelpOptions = true,
        description = "Serves one demo backend; all requests need the key of SRE_AGENT_API_KEY in X-API-Key.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 2:wrong usage: an option, unusable data, a port that is taken",
            " 3:the environment: no API key, an unusable telemetry setting",
            "130, 143:ended by Ctrl-C or SIGTERM, after what was in flight"
        })
final class BackendCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DOMAIN",
            description = "kubernetes (8011), logs (8012), metrics (8013) or runbooks (8014).",
            converter = DomainConverter.class)
    private @Nullable ToolDomain domain;

    @Option(names = "--port", paramLabel = "PORT", description = "Instead of the domain's own; 0 takes a free one.")
    private @Nullable Integer port;

    @Mixin
    private HostOption host = new HostOption();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Answer from this folder (dataset.json and a folder per domain), not the built-in incident.")
    private @Nullable Path data;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = LatencyConverter.class,
            description = "Hold every answer back, for example 250ms or 3s, to rehearse a slow backend.")
    private Duration latency = Duration.ZERO;

    @Option(
            names = "--fixed-time",
            paramLabel = "INSTANT",
            description = "Let the incident always end at this time, for example 2026-01-31T12:00:00Z, instead of now.")
    private @Nullable Instant fixedTime;

    /** Reads the key and the telemetry settings from the given environment. */
    BackendCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        ToolDomain served = requireNonNull(domain, "picocli requires the domain");
        ServerRun server =
                new ServerRun(served.serviceName(), host.address(), port == null ? served.defaultPort() : port);
        BackendConfig config = new BackendConfig(served, host.address(), server.port(), key(), data, latency, clock());
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        return server.untilToldToEnd(server.telemetry(environment), openTelemetry -> start(config, openTelemetry), out);
    }

    private static ServerRun.Running start(BackendConfig config, OpenTelemetry openTelemetry) throws IOException {
        try {
            BackendServer backend = BackendServer.start(config, openTelemetry);
            return new ServerRun.Running(backend.uri(), backend::close);
        } catch (DataException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private ApiKey key() {
        try {
            return ApiKey.fromEnvironment(environment);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }

    private Clock clock() {
        return fixedTime == null ? Clock.systemUTC() : Clock.fixed(fixedTime, ZoneOffset.UTC);
    }

    private static final class DomainConverter implements ITypeConverter<ToolDomain> {
        @Override
        public ToolDomain convert(String value) {
            return ToolDomain.ofId(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no backend '" + value + "'; choose one of " + ToolDomain.ids()));
        }
    }

    private static final class LatencyConverter implements ITypeConverter<Duration> {
        private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s)");

        @Override
        public Duration convert(String value) {
            Matcher time = TIME.matcher(value);
            if (!time.matches()) {
                throw new TypeConversionException("'" + value + "' is not a time like 250ms or 3s");
            }
            long count = Long.parseLong(time.group(1));
            return time.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
        }
    }
}
