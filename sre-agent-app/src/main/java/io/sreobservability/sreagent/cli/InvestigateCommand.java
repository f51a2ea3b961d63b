package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.sreagent.agent.Approver;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.InvestigationException;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.report.JsonReport;
import io.sreobservability.sreagent.report.MarkdownReport;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
            " 2:wrong usage: an option, an empty prompt, a user name that is none",
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
            names = "--json",
            description = {
                "Print one JSON document instead of report and trace; progress goes to standard error. Its members:",
                "investigation_id, trace_id, user_id, session_id, query, failed, error, tokens, duration_ms,",
                "plan {complexity, auto_execute, routing_reason, steps [{agent, task}]},",
                "summary {answer, root_cause, impact, severity, severity_reason, escalation_type, escalation_reason, next_steps []},",
                "agents [{agent, error_type, tools_invoked, tokens, duration_ms, findings [{text, tool, problem}], gaps []}],",
                "not_found [], memory_gap, report (Markdown), report_file.",
                "No summary and no report if it failed; what is not there is null. One that broke off (time is up, the model",
                "refuses its key) has investigation_id, query, failed and error alone."
            })
    private boolean json;

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
        CommandLine line = requireNonNull(spec, "picocli injects the spec").commandLine();
        try (Assembly assembly = agent.assemble(environment)) {
            return investigate(assembly, line.getOut(), json ? line.getErr() : line.getOut());
        }
    }

    private int investigate(Assembly assembly, PrintWriter out, PrintWriter progress) {
        Inquiry inquiry = asking.asker("prompt", environment).inquiry(prompt);
        AgentTelemetry sending = AgentTelemetry.from(environment);
        TraceOutput trace = new TraceOutput(sending, standIn == null ? sending.standIn() : standIn, environment);
        if (check) {
            return 0;
        }
        sending.prepare(assembly);
        String id = InvestigationIds.next();
        Investigation investigation;
        try {
            investigation = recorded(assembly, id, inquiry, sending, progress);
        } catch (InvestigationException e) {
            String why = String.valueOf(e.getMessage());
            if (json) {
                print(JsonReport.ofBrokenOff(id, inquiry.query(), why), out);
            }
            throw new CliException(CliException.FAILED, why);
        }
        if (json) {
            document(investigation, out);
        } else {
            report(investigation, out);
            trace.print(investigation, out);
        }
        if (investigation.failed()) {
            throw new CliException(CliException.FAILED, investigation.failure());
        }
        return 0;
    }

    private Investigation recorded(
            Assembly assembly, String id, Inquiry inquiry, AgentTelemetry sending, PrintWriter progress) {
        try (SreTelemetry telemetry = sending.start()) {
            Investigation investigation = run(assembly, id, inquiry, telemetry.openTelemetry(), progress);
            if (!telemetry.flush(FLUSH_BUDGET)) {
                progress.println("Not all telemetry was acknowledged; the trace may be incomplete.");
            }
            return investigation;
        }
    }

    private Investigation run(
            Assembly assembly, String id, Inquiry inquiry, OpenTelemetry openTelemetry, PrintWriter out) {
        try (ConsoleProgress progress = new ConsoleProgress(inquiry, out, ConsoleStyle.detect(environment));
                Supervisor supervisor = assembly.supervisor(progress, APPROVER, openTelemetry)) {
            progress.begin(assembly.model());
            return supervisor.investigate(id, inquiry.userId(), inquiry.sessionId(), inquiry.query());
        }
    }

    private void document(Investigation investigation, PrintWriter out) {
        ObjectNode document = JsonReport.of(investigation).putNull("report_file");
        try {
            if (!noSave && !investigation.failed()) {
                Path file = reports.save(investigation, MarkdownReport.of(investigation));
                document.put("report_file", file.toString());
            }
        } finally {
            // Whatever becomes of the file: what was found out is worth more.
            print(document, out);
        }
    }

    private static void print(ObjectNode document, PrintWriter out) {
        out.println(document.toPrettyString());
        out.flush();
    }

    private void report(Investigation investigation, PrintWriter out) {
        if (investigation.failed()) {
            return;
        }
        String report = MarkdownReport.of(investigation);
        out.println();
        out.println(report);
        if (!noSave) {
            out.println("Report saved as " + reports.save(investigation, report));
            out.println();
        }
    }
}
