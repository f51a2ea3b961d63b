package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.sreagent.agent.Approver;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.InvestigationException;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.report.MarkdownReport;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
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

    private static final Approver APPROVER = Approver.automatic("Approved by asking with --prompt.");

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--prompt", required = true, paramLabel = "TEXT", description = "What to investigate.")
    private String prompt = "";

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private AgentOptions agent = new AgentOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Option(names = "--no-save", description = "Do not save the report.")
    private boolean noSave;

    @Option(
            names = "--stand-in",
            paramLabel = "URL",
            description = "Where the trace is read back (default: where it is sent).")
    private @Nullable URI standIn;

    @Option(
            names = "--check",
            description = "Only check the prompt, user, session, keys and configuration; ask nothing, print nothing.")
    private boolean check;

    InvestigateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out =
                requireNonNull(spec, "picocli injects the spec").commandLine().getOut();
        try (Assembly assembly = agent.assemble(environment)) {
            return investigate(assembly, out);
        }
    }

    private int investigate(Assembly assembly, PrintWriter out) {
        Inquiry inquiry = asking.inquiry(prompt, asking.session("prompt"), environment, assembly.users());
        AgentTelemetry sending = AgentTelemetry.from(environment);
        TraceOutput trace = new TraceOutput(sending, standIn == null ? sending.standIn() : standIn, environment);
        if (check) {
            return 0;
        }
        sending.prepare(assembly);
        Investigation investigation;
        try (SreTelemetry telemetry = sending.start()) {
            investigation = run(assembly, inquiry, telemetry.openTelemetry(), out);
            if (!telemetry.flush(FLUSH_BUDGET)) {
                out.println("Not all telemetry was acknowledged; the trace below may be incomplete.");
            }
        }
        if (!investigation.failed()) {
            report(investigation, out);
        }
        trace.print(investigation, out);
        if (investigation.failed()) {
            throw new CliException(CliException.FAILED, investigation.failure());
        }
        return 0;
    }

    private Investigation run(Assembly assembly, Inquiry inquiry, OpenTelemetry openTelemetry, PrintWriter out) {
        ConsoleProgress progress = new ConsoleProgress(out, ConsoleStyle.detect(environment));
        progress.begin(inquiry, assembly.model());
        try (Supervisor supervisor = assembly.supervisor(progress, APPROVER, openTelemetry)) {
            return supervisor.investigate(
                    InvestigationIds.next(), inquiry.userId(), inquiry.sessionId(), inquiry.query());
        } catch (InvestigationException e) {
            throw new CliException(CliException.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void report(Investigation investigation, PrintWriter out) {
        String report = MarkdownReport.of(investigation);
        out.println();
        out.println(report);
        if (!noSave) {
            out.println("Report saved as " + reports.save(investigation, report));
            out.println();
        }
    }
}
