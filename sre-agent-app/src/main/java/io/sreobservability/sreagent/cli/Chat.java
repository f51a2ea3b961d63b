package io.sreobservability.sreagent.cli;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TraceId;
import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.sreagent.agent.AgentType;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.InvestigationException;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.report.MarkdownReport;
import io.sreobservability.sreagent.text.OneLine;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation: each question is an investigation of its own, all of them in one session. */
final class Chat {
    private final Asker asker;
    private final Assembly assembly;
    private final OpenTelemetry openTelemetry;
    private final ReportOptions reports;
    private final ConsoleInput input;
    private final PrintWriter out;
    private final ConsoleStyle style;
    private final ChatHistory history = new ChatHistory();

    /** Whoever is investigating, to be interrupted by Ctrl-C. Guarded by this. */
    private @Nullable Thread working;

    Chat(
            Asker asker,
            Assembly assembly,
            OpenTelemetry openTelemetry,
            ReportOptions reports,
            ConsoleInput input,
            PrintWriter out,
            ConsoleStyle style) {
        this.asker = asker;
        this.assembly = assembly;
        this.openTelemetry = openTelemetry;
        this.reports = reports;
        this.input = input;
        this.out = out;
        this.style = style;
    }

    /** Answers until the input ends or somebody says so. */
    void run() {
        say("User " + asker.userId() + ", session " + asker.sessionId() + ", model " + assembly.model()
                + ". Ask a question; " + ChatWord.HELP.typed() + " lists what else can be typed.");
        Optional<String> line = nextLine();
        while (line.isPresent()) {
            String text = line.get();
            Optional<String> typedInstead = Optional.empty();
            if (text.startsWith("/")) {
                if (!obey(text)) {
                    return;
                }
            } else if (ConsoleApprover.isAnswer(text)) {
                // Its plan may have gone while somebody thought: the time of an investigation is limited.
                say("There is no plan waiting for a yes or no. Ask a question.");
            } else if (!text.isEmpty()) {
                typedInstead = ask(text);
            }
            line = typedInstead.isPresent() ? typedInstead : nextLine();
        }
    }

    private Optional<String> nextLine() {
        while (true) {
            out.print(style.bold("> "));
            out.flush();
            try {
                return input.next();
            } catch (InterruptedException tooLate) {
                // Meant for a question that was answered meanwhile.
            }
        }
    }

    /** Ends the question that is being worked on; false if there is none. */
    synchronized boolean cancelTurn() {
        if (working == null) {
            return false;
        }
        working.interrupt();
        return true;
    }

    private synchronized void working(@Nullable Thread thread) {
        working = thread;
        // Once nobody works any more, an interrupt that came too late is nobody's.
        if (thread == null) {
            Thread.interrupted();
        }
    }

    /** Answers a question, and gives what was typed instead of approving its plan. */
    private Optional<String> ask(String question) {
        Inquiry inquiry;
        try {
            inquiry = asker.inquiry(question);
        } catch (CliException e) {
            say(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        ConsoleProgress progress = new ConsoleProgress(inquiry, out, style);
        ConsoleApprover approver = new ConsoleApprover(input, progress);
        try {
            show(investigate(inquiry, progress, approver));
        } catch (InvestigationException e) {
            history.add(inquiry.query(), "broken off");
            say(String.valueOf(e.getMessage()));
        }
        return approver.typedInstead();
    }

    private Investigation investigate(Inquiry inquiry, ConsoleProgress progress, ConsoleApprover approver) {
        working(Thread.currentThread());
        try (progress;
                Supervisor supervisor = assembly.supervisor(progress, approver, openTelemetry)) {
            return supervisor.investigate(
                    InvestigationIds.next(),
                    inquiry.userId(),
                    inquiry.sessionId(),
                    inquiry.query(),
                    history.previous());
        } finally {
            working(null);
        }
    }

    private void show(Investigation investigation) {
        if (investigation.declined()) {
            history.add(investigation.query(), "not carried out");
        } else if (investigation.failed()) {
            history.add(investigation.query(), "failed");
            say(investigation.failure());
        } else {
            history.add(investigation);
            say("");
            say(MarkdownReport.of(investigation));
        }
        if (TraceId.isValid(investigation.traceId())) {
            say("Trace: sre-agent trace " + investigation.traceId());
        }
    }

    /** Does what a command says; false if it is to end. */
    private boolean obey(String line) {
        Optional<ChatWord> word = ChatWord.of(line);
        if (word.isEmpty()) {
            say("There is no " + OneLine.of(line) + "; did you mean "
                    + ChatWord.nearest(line).typed() + "?");
            return true;
        }
        switch (word.get()) {
            case HELP -> say(ChatWord.help());
            case AGENTS -> agents();
            case HISTORY -> say(history.list());
            case SAVEREPORT -> save();
            case CLEAR -> {
                history.clear();
                say("The history is empty now; what the agent remembers stays.");
            }
            case EXIT, QUIT -> {
                return false;
            }
        }
        return true;
    }

    private void agents() {
        for (AgentType agent : AgentType.values()) {
            say("  %-12s %s: %s".formatted(agent.id(), agent.displayName(), agent.description()));
        }
    }

    private void save() {
        if (history.last().isEmpty()) {
            say("There is no report to save yet.");
            return;
        }
        Investigation last = history.last().get();
        try {
            say("Report saved as " + reports.save(last, MarkdownReport.of(last)));
        } catch (CliException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
