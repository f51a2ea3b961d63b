package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.agent.AgentType;
import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.InvestigationPlan;
import io.sreobservability.sreagent.agent.MemoryContext;
import io.sreobservability.sreagent.agent.PlanStep;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.RouteDecision;
import io.sreobservability.sreagent.agent.SpecialistResult;
import io.sreobservability.sreagent.memory.Wishes;
import io.sreobservability.sreagent.text.OneLine;
import io.sreobservability.sreagent.tool.ToolRetry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints what happens, one whole line per event, with the seconds since the beginning; on a terminal also what is waited
 * for. Close it before anything else is printed.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private final Inquiry inquiry;
    private final ConsoleStyle style;
    private final Spinner spinner;
    private final Set<AgentType> atWork = EnumSet.noneOf(AgentType.class);

    /** The progress of one question. */
    ConsoleProgress(Inquiry inquiry, PrintWriter out, ConsoleStyle style) {
        this.inquiry = inquiry;
        this.style = style;
        this.spinner = new Spinner(out, style.colour());
    }

    void begin(String model) {
        print(style.bold("Query: ") + OneLine.of(inquiry.query()));
        print("User " + inquiry.userId() + ", session " + inquiry.sessionId() + ", model " + model);
    }

    @Override
    public void planning() {
        supervisor("plans");
        spinner.doing("planning");
    }

    @Override
    public void recalled(MemoryContext memory) {
        String gap = memory.gap();
        supervisor(
                gap != null
                        ? style.red("goes on without memory. ") + OneLine.of(gap)
                        : "recalls " + memory.preferences().memories().size() + " preferences, "
                                + memory.knowledge().size() + " facts, "
                                + memory.earlier().size() + " similar investigations");
        Wishes noted = memory.noted();
        if (!noted.isEmpty()) {
            supervisor("noted: " + OneLine.of(noted.inWords()));
        }
    }

    @Override
    public void planned(InvestigationPlan plan, boolean needsApproval) {
        StringBuilder text = new StringBuilder("\n").append(style.bold("Plan"));
        int steps = plan.steps().size();
        text.append(": ").append(steps).append(steps == 1 ? " step, " : " steps side by side, ");
        text.append(plan.complexity().name().toLowerCase(Locale.ROOT));
        text.append(needsApproval ? ", needs approval" : ", needs no approval");
        int number = 1;
        for (PlanStep step : plan.steps()) {
            text.append("\n  %d. %-11s %s".formatted(number++, step.agent().id(), OneLine.of(step.task())));
        }
        print(text.toString());
    }

    @Override
    public void routed(InvestigationPlan plan, RouteDecision route) {
        print("  " + OneLine.of(route.reason()) + "\n");
    }

    @Override
    public void agentStarted(AgentType agent) {
        event(agent, "started");
        atWork(agent, true);
    }

    private synchronized void atWork(AgentType agent, boolean begins) {
        if (begins) {
            atWork.add(agent);
        } else {
            atWork.remove(agent);
        }
        spinner.doing(atWork.stream().map(AgentType::id).collect(Collectors.joining(", ")));
    }

    @Override
    public void toolCalled(AgentType agent, String tool, Duration took, @Nullable String errorType) {
        String end = errorType == null ? "" : style.red(" failed: " + errorType);
        event(agent, style.dim(tool + " " + took.toMillis() + " ms") + end);
    }

    @Override
    public void toolRetried(AgentType agent, String tool, ToolRetry retry) {
        String next = ", attempt %d of %d in %d ms"
                .formatted(retry.attempt(), retry.attempts(), retry.pause().toMillis());
        event(agent, style.dim(tool + " ") + style.red("failed: " + retry.errorType()) + style.dim(next));
    }

    @Override
    public void agentDone(SpecialistResult result) {
        String outcome = result.failed()
                ? style.red("failed: " + result.errorType())
                : style.bold("done") + ": " + result.findings().size() + " findings from " + result.toolsInvoked()
                        + " tool calls"
                        + (result.tokens().total() > 0 ? ", " + result.tokens().total() + " tokens" : "")
                        + (result.gaps().isEmpty() ? "" : ", with gaps");
        event(result.agent(), outcome + seconds(" in %.1f s", result.duration()));
        atWork(result.agent(), false);
    }

    @Override
    public void aggregating(List<SpecialistResult> results) {
        if (results.isEmpty()) {
            supervisor("answers from memory");
            return;
        }
        if (results.stream().allMatch(SpecialistResult::failed)) {
            supervisor("has nothing to sum up: no agent got an answer");
            return;
        }
        int findings = results.stream().mapToInt(r -> r.findings().size()).sum();
        supervisor("sums up " + findings + " findings; the report shows each agent's weightiest");
        spinner.doing("summing up");
    }

    private void supervisor(String text) {
        print(elapsed() + "  supervisor  " + text);
    }

    private void event(AgentType agent, String text) {
        print("%s  %-10s  %s".formatted(elapsed(), agent.id(), text));
    }

    private String elapsed() {
        return seconds("%5.1f s", spinner.elapsed());
    }

    private static String seconds(String format, Duration duration) {
        return String.format(Locale.ROOT, format, duration.toMillis() / 1000.0);
    }

    /** Asks whoever sits in front of it. */
    void ask(String question) {
        spinner.ask(style.bold(question));
    }

    private void print(String line) {
        spinner.print(line);
    }

    @Override
    public void close() {
        spinner.close();
    }
}
