package io.sreobservability.sreagent.demo;

import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.trace.LogLine;
import io.sreobservability.sreagent.trace.Trace;
import io.sreobservability.sreagent.trace.TraceAnswers;
import io.sreobservability.sreagent.trace.TraceClient;
import io.sreobservability.sreagent.trace.TraceUnavailableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays scenarios: asks, reads the traces back from where they were delivered, and prints what they answer. */
public final class ScenarioRunner {
    private final DemoServers servers;
    private final InvestigateCall investigation;
    private final TraceClient traces;
    private final DemoFolder folder;
    private final InstantSource clock;
    private final AnswersView view;
    private final PrintWriter out;

    /** A runner whose servers are up. */
    public ScenarioRunner(
            DemoServers servers,
            InvestigateCall investigation,
            TraceClient traces,
            DemoFolder folder,
            InstantSource clock,
            AnswersView view,
            PrintWriter out) {
        this.servers = servers;
        this.investigation = investigation;
        this.traces = traces;
        this.folder = folder;
        this.clock = clock;
        this.view = view;
        this.out = out;
    }

    /**
     * Plays one scenario.
     *
     * @return the exit code of the first investigation that failed, or 0
     * @throws TraceUnavailableException if a trace cannot be read back
     */
    public int play(Scenario scenario, Question question) {
        view.title(scenario);
        if (scenario == Scenario.KILLED_BACKEND) {
            long pid = servers.kill(ToolDomain.KUBERNETES);
            out.println("Killed " + ToolDomain.KUBERNETES.serviceName() + " (process " + pid + ").");
            out.println();
        }
        Path memory = folder.newMemory(scenario);
        Map<String, Trace> byUser = new LinkedHashMap<>();
        for (String user : question.users()) {
            String session = "demo-" + scenario.number() + "-" + user + "-" + clock.millis();
            int code = investigation.investigate(question.text(), user, session, memory);
            if (code != 0) {
                return code;
            }
            out.println();
            byUser.put(user, traces.find(traces.ofSession(session)).orElseThrow());
        }
        answer(scenario, byUser);
        return 0;
    }

    private void answer(Scenario scenario, Map<String, Trace> byUser) {
        Map<String, TraceAnswers> answers = new LinkedHashMap<>();
        byUser.forEach((user, trace) -> answers.put(user, TraceAnswers.of(trace)));
        Trace newest = List.copyOf(byUser.values()).get(byUser.size() - 1);
        switch (scenario) {
            case CROSS_DOMAIN -> view.performance(TraceAnswers.of(newest));
            case MEMORY_CONTEXT -> view.comparison(answers);
            case KILLED_BACKEND -> view.failure(TraceAnswers.of(newest), problems(newest));
        }
    }

    private List<LogLine> problems(Trace trace) {
        return traces.logs(trace.traceId()).stream().filter(LogLine::isProblem).toList();
    }
}
