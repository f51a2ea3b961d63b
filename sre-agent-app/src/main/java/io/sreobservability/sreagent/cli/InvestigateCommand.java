package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TraceId;
import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryConfig;
import io.sreobservability.cloudwatch.TelemetryConfigException;
import io.sreobservability.cloudwatch.TelemetryMode;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.InvestigationException;
import io.sreobservability.sreagent.agent.SpecialistResult;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.model.Sleeper;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import io.sreobservability.sreagent.report.MarkdownReport;
import io.sreobservability.sreagent.report.ReportFile;
import io.sreobservability.sreagent.trace.Style;
import io.sreobservability.sreagent.trace.TraceClient;
import io.sreobservability.sreagent.trace.TraceUnavailableException;
import io.sreobservability.sreagent.trace.TraceView;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sre-agent investigate}: one investigation from the prompt to the report and its trace. */
@Command(
        name = "investigate",
        mixinStandardHelpOptions = true,
        description = "Investigates an incident: prints the plan, live progress, the report and the trace.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:the investigation failed: nothing to show",
            " 2:wrong usage: an option, an empty prompt, an unknown user",
            " 3:the environment: no access token, a wrong setting of the model, no stand-in, a folder that cannot be written"
        })
final class InvestigateCommand implements Callable<Integer> {
    private static final Duration FLUSH_BUDGET = Duration.ofSeconds(10);
    private static final Duration TRACE_PATIENCE = Duration.ofSeconds(10);
    private static final DateTimeFormatter SESSION_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Whether the offline model takes its time. */
    enum Thinking {
        NONE,
        REQUIREMENTS
    }

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--prompt", required = true, paramLabel = "TEXT", description = "What to investigate.")
    private String prompt = "";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Whose preferences count (default: the environment variable USER_ID).")
    private @Nullable String user;

    @Option(names = "--session", paramLabel = "ID", description = "Session id (default: prompt-<time>).")
    private @Nullable String session;

    @Mixin
    private ModelOptions modelOptions = new ModelOptions();

    @Option(
            names = "--think-time",
            paramLabel = "none|requirements",
            description = "Simulated thinking of the offline model (default: ${DEFAULT-VALUE}).",
            defaultValue = "none")
    private Thinking thinkTime = Thinking.NONE;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Where the report is saved (default: ${DEFAULT-VALUE}).",
            defaultValue = "reports")
    private Path outputDir = Path.of("reports");

    @Option(names = "--no-save", description = "Do not save the report.")
    private boolean noSave;

    @Mixin
    private MemoryFolder memory = new MemoryFolder();

    @Option(
            names = "--stand-in",
            paramLabel = "URL",
            description = "Where the trace is read back (default: where it is sent).")
    private @Nullable URI standIn;

    @Option(
            names = "--check",
            description = "Only check the prompt, user, session, keys and configuration; ask nothing, print nothing.")
    private boolean check;

    @Option(names = "--debug", description = "Print log lines too.")
    private boolean debug;

    InvestigateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        LogOutput.configure(environment, debug);
        ModelSettings model = modelOptions.settings(environment);
        try (Assembly assembly = Assembly.from(environment, memory.resolve(environment), model, thinking())) {
            return investigate(assembly, model, out);
        }
    }

    private int investigate(Assembly assembly, ModelSettings model, PrintWriter out) {
        Request request = new Request(prompt, user(), session, assembly.users());
        TelemetryConfig config = telemetryConfig();
        TraceClient source = traceSource(config);
        if (check) {
            return 0;
        }
        boolean sent = config.mode() != TelemetryMode.NONE;
        if (sent) {
            StandInProbe.requireAlive(config.localEndpoint());
        }
        LogOutput.quietly(WarmUp::run);
        assembly.connect();
        Investigation investigation;
        try (SreTelemetry telemetry = SreTelemetry.start(config)) {
            LogOutput.sendTo(telemetry.openTelemetry());
            investigation = run(assembly, model, request, telemetry.openTelemetry(), out);
            if (!telemetry.flush(FLUSH_BUDGET)) {
                out.println("Not all telemetry was acknowledged; the trace below may be incomplete.");
            }
        }
        if (!investigation.failed()) {
            report(investigation, out);
        }
        trace(sent, source, investigation, out);
        if (investigation.failed()) {
            throw new CliException(CliException.FAILED, nothingToShow(investigation));
        }
        return 0;
    }

    private Investigation run(
            Assembly assembly, ModelSettings model, Request request, OpenTelemetry openTelemetry, PrintWriter out) {
        ConsoleProgress progress = new ConsoleProgress(out, ConsoleStyle.detect(environment));
        progress.begin(request, model.label(), thinkTime == Thinking.REQUIREMENTS);
        try (Supervisor supervisor = assembly.supervisor(progress, openTelemetry)) {
            return supervisor.investigate(InvestigationIds.next(), request.user(), request.session(), request.prompt());
        } catch (InvestigationException e) {
            throw new CliException(CliException.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void report(Investigation investigation, PrintWriter out) {
        String report = MarkdownReport.of(investigation);
        out.println();
        out.println(report);
        if (noSave) {
            return;
        }
        try {
            Path file =
                    ReportFile.save(outputDir, investigation.query(), investigation.userId(), Instant.now(), report);
            out.println("Report saved as " + file);
            out.println();
        } catch (IOException e) {
            throw new CliException(
                    CliException.ENVIRONMENT,
                    "the report cannot be saved in " + outputDir + ": choose another --output-dir, or --no-save");
        }
    }

    /** Prints the trace. If the investigation failed, a trace that can't be had is only noted: it is not what went wrong. */
    private void trace(boolean sent, TraceClient source, Investigation investigation, PrintWriter out) {
        if (!sent) {
            note("telemetry is off (SRE_OBSERVABILITY_MODE=local sends it to the local stand-in).", out);
        } else if (!TraceId.isValid(investigation.traceId())) {
            note("it is switched off (SRE_OBSERVABILITY_ENABLED) or not sampled (OTEL_TRACES_SAMPLER).", out);
        } else {
            try {
                new TraceView(Style.detect(environment))
                        .fetchAndPrint(source, investigation.traceId(), out, TRACE_PATIENCE);
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

    private static String nothingToShow(Investigation investigation) {
        String gap = investigation.results().stream()
                .map(SpecialistResult::gaps)
                .flatMap(gaps -> gaps.stream().limit(1))
                .findFirst()
                .orElse("no agent was sent");
        return "the investigation failed, no agent got an answer: " + gap;
    }

    private String user() {
        return user != null ? user : environment.getOrDefault("USER_ID", "");
    }

    private ThinkTime thinking() {
        return thinkTime == Thinking.REQUIREMENTS ? ThinkTime.requirements(Sleeper.real()) : ThinkTime.none();
    }

    private TraceClient traceSource(TelemetryConfig config) {
        try {
            return new TraceClient(standIn == null ? config.localEndpoint() : standIn);
        } catch (IllegalArgumentException e) {
            throw new CliException(CliException.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private TelemetryConfig telemetryConfig() {
        try {
            return TelemetryConfig.fromEnvironment(environment).withDefaultServiceName("sre-agent");
        } catch (TelemetryConfigException e) {
            throw new CliException(CliException.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }

    /** What is asked, checked. */
    record Request(String prompt, String user, String session) {
        private static final int MAX_PROMPT = 10_000;

        Request(String prompt, String user, @Nullable String session, Set<String> users) {
            this(prompt.strip(), user, session == null ? "prompt-" + SESSION_TIME.format(Instant.now()) : session);
            if (this.prompt.isEmpty() || this.prompt.length() > MAX_PROMPT) {
                throw new CliException(CliException.USAGE, "--prompt needs a question of 1 to 10000 characters");
            }
            if (!users.contains(user)) {
                String given = user.isEmpty() ? "no user given" : "unknown user '" + printable(user) + "'";
                throw new CliException(
                        CliException.USAGE, given + ": --user (or USER_ID) must be one of " + String.join(", ", users));
            }
            if (!this.session.matches("[A-Za-z0-9._-]{1,100}")) {
                throw new CliException(CliException.USAGE, "--session takes 1 to 100 letters, digits, '.', '_' or '-'");
            }
        }

        private static String printable(String text) {
            String plain = text.replaceAll("\\p{Cntrl}", "?");
            return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
        }
    }
}
