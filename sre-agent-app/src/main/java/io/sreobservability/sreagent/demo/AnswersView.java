package io.sreobservability.sreagent.demo;

import io.sreobservability.sreagent.trace.LogLine;
import io.sreobservability.sreagent.trace.Style;
import io.sreobservability.sreagent.trace.TraceAnswers;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Prints the questions that a scenario is about, each with what the trace answers. */
public final class AnswersView {
    private final Style style;
    private final PrintWriter out;

    /** A view in the given style. */
    public AnswersView(Style style, PrintWriter out) {
        this.style = style;
        this.out = out;
    }

    void title(Scenario scenario) {
        String line = "Scenario " + scenario.number() + ": " + scenario.title();
        out.println();
        out.println(style.heading(line));
        out.println((style.unicode() ? "═" : "=").repeat(line.length()));
        out.println();
        out.flush();
    }

    void performance(TraceAnswers trace) {
        heading("What the trace answers");
        time("", trace);
        help("", trace);
        out.flush();
    }

    /** Where the time went, and whom it was given. */
    private void time(String whose, TraceAnswers trace) {
        ask(whose + "Which agent is the bottleneck, and why?", List.of(trace.bottleneck()));
        ask(whose + "What determined the time (the critical path)?", List.of(trace.criticalPath()));
        ask(whose + "Why were these agents sent?", List.of(trace.routing()));
    }

    /** What others gave it, or failed to. */
    private void help(String whose, TraceAnswers trace) {
        ask(whose + "What did memory give, and cost?", List.of(trace.memory().sentence()));
        ask(whose + "Which backend failed?", trace.causes().isEmpty() ? List.of("none") : trace.causes());
    }

    /** The answers of each user's trace, in the order in which they asked. */
    void comparison(Map<String, TraceAnswers> byUser) {
        heading("What the traces answer, side by side");
        new UserComparison(byUser).lines().forEach(line -> out.println("  " + style.safe(line)));
        out.println();
        byUser.forEach((user, trace) -> {
            time(user + ": ", trace);
            help(user + ": ", trace);
        });
        out.flush();
    }

    /** What failed, and the log records that tell of it, the oldest first. */
    void failure(TraceAnswers trace, List<LogLine> problems) {
        heading("What the trace answers");
        ask("What failed?", trace.causes().isEmpty() ? List.of("nothing") : trace.causes());
        ask("How often was it tried?", trace.tries());
        ask("How far did the error get?", trace.chains());
        ask("Who went on?", List.of(trace.outcome()));
        ask("Which log records tell of it?", logs(problems));
        time("", trace);
        ask("What did memory give, and cost?", List.of(trace.memory().sentence()));
        out.flush();
    }

    private static List<String> logs(List<LogLine> problems) {
        if (problems.isEmpty()) {
            return List.of("none has arrived");
        }
        LogLine first = problems.get(0);
        String investigation = first.attribute("sre.investigation_id");
        return List.of(
                problems.size() + " of this trace" + (investigation == null ? "" : " and of " + investigation)
                        + ", the first of them:",
                first.severity() + " " + first.service() + ": " + first.text());
    }

    private void heading(String text) {
        out.println(style.heading(text));
        out.println();
    }

    private void ask(String question, List<String> answers) {
        out.println("  " + question);
        answers.forEach(answer -> out.println("    " + style.safe(answer)));
        out.println();
    }
}
