package io.sreobservability.sreagent.agent;

import static org.bsc.langgraph4j.StateGraph.END;
import static org.bsc.langgraph4j.StateGraph.START;
import static org.bsc.langgraph4j.action.AsyncEdgeAction.edge_async;
import static org.bsc.langgraph4j.action.AsyncNodeActionWithConfig.node_async;

import io.sreobservability.sreagent.agent.Approval.Outcome;
import io.sreobservability.sreagent.model.ModelException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphRepresentation;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeActionWithConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order of an investigation, as a LangGraph4j graph: prepare, supervisor, and if the plan is approved all four agents
 * side by side, then aggregate. LangGraph4j can fork only to a fixed set of nodes, so it always forks to all four and
 * those not selected return at once.
 */
final class InvestigationGraph {
    private static final String PREPARE = "prepare";
    private static final String SUPERVISOR = "supervisor";
    /** Does nothing: an edge with a condition leads to one node, and the fork needs one that it starts from. */
    private static final String SEND = "send";

    private static final String AGGREGATE = "aggregate";
    private static final String RUN = "run";

    /** Where each outcome of the approval leads. */
    private static final Map<String, String> EDGES =
            Map.of(edge(Outcome.APPROVED), SEND, edge(Outcome.REJECTED), END, edge(Outcome.REVISED), END);

    private static final Logger LOG = LoggerFactory.getLogger(InvestigationGraph.class);

    private final Supervisor supervisor;
    private final Specialists specialists;
    private final Progress progress;
    private final Limits limits;
    private final ExecutorService threads;
    private final CompiledGraph<InvestigationState> graph;

    /**
     * Builds the graph.
     *
     * @param threads for whatever must be given up in time; they carry the current span over
     */
    InvestigationGraph(
            Supervisor supervisor, Specialists specialists, Progress progress, Limits limits, ExecutorService threads) {
        this.supervisor = supervisor;
        this.specialists = specialists;
        this.progress = progress;
        this.limits = limits;
        this.threads = threads;
        try {
            this.graph = build().compile();
        } catch (GraphStateException e) {
            throw new IllegalStateException("the graph is not well formed", e);
        }
    }

    private StateGraph<InvestigationState> build() throws GraphStateException {
        StateGraph<InvestigationState> nodes = new StateGraph<>(InvestigationState.channels(), InvestigationState::new);
        nodes.addNode(PREPARE, step(this::prepare));
        nodes.addNode(SUPERVISOR, step((state, deadline) -> supervise(state)));
        nodes.addNode(SEND, step((state, deadline) -> Map.of()));
        nodes.addNode(AGGREGATE, step(this::aggregate));
        nodes.addEdge(START, PREPARE);
        nodes.addEdge(PREPARE, SUPERVISOR);
        nodes.addConditionalEdges(
                SUPERVISOR, edge_async(state -> edge(state.approval().outcome())), EDGES);
        for (AgentType agent : AgentType.values()) {
            nodes.addNode(agent.id(), step((state, deadline) -> execute(agent, state, deadline)));
            nodes.addEdge(SEND, agent.id());
            nodes.addEdge(agent.id(), AGGREGATE);
        }
        return nodes.addEdge(AGGREGATE, END);
    }

    /** What a node does, until when at most. */
    @FunctionalInterface
    private interface Step {
        Map<String, Object> apply(InvestigationState state, Deadline deadline) throws Exception;
    }

    /** What the nodes of one run share. */
    private record Run(RunningSteps steps, Deadline deadline, SoFar soFar) {}

    /** A node whose work ends with the run that it belongs to. */
    private static AsyncNodeActionWithConfig<InvestigationState> step(Step work) {
        return node_async((state, config) -> {
            Run run = config.metadata(RUN).map(Run.class::cast).orElseThrow();
            return run.steps().call(() -> {
                Map<String, Object> update = work.apply(state, run.deadline());
                run.soFar().add(update);
                return update;
            });
        });
    }

    private static String edge(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** The graph as a Mermaid diagram, drawn by LangGraph4j. */
    String diagram() {
        return graph.getGraph(GraphRepresentation.Type.MERMAID, "SRE investigation")
                .content();
    }

    /**
     * Runs the graph. If a step other than a specialist fails or time is up, what was found until then is the result.
     *
     * @throws InvestigationException if nothing was
     */
    InvestigationState run(String user, String session, String query, PreviousTurn previous) {
        Map<String, Object> input = Map.of(
                InvestigationState.USER,
                user,
                InvestigationState.SESSION,
                session,
                InvestigationState.QUERY,
                query,
                InvestigationState.PREVIOUS,
                previous);
        Run run = new Run(new RunningSteps(), new Deadline(limits.investigation()), new SoFar(input));
        RunnableConfig config = RunnableConfig.builder()
                .putMetadata(RUN, run)
                // Without an executor of their own the branches would run one after another. The node named is the one
                // before the fork; the executor carries the current span over, so that branches stay in this trace.
                .addParallelNodeExecutor(SEND, threads)
                .build();
        try {
            return new TimeLimit(threads)
                    .call(run.deadline(), () -> graph.invoke(input, config).orElseThrow());
        } catch (TimeoutException e) {
            return partial(
                    run,
                    "the investigation did not end within " + run.deadline().inWords(),
                    e);
        } catch (CancellationException e) {
            throw new InvestigationException("the investigation was interrupted", e);
        } catch (Exception e) {
            if (!(FailureWords.innermost(e) instanceof ModelException)) {
                LOG.atError().log("A step of the investigation failed", e);
            }
            return partial(run, "the investigation broke off: " + FailureWords.forReader(e), e);
        } finally {
            run.steps().cancel();
        }
    }

    /** What was found is worth a report, though nobody sums it up and some agents have not come back. */
    private InvestigationState partial(Run run, String why, Exception cause) {
        InvestigationState found = run.soFar().withFindings().orElseThrow(() -> new InvestigationException(why, cause));
        if (found.summedUp()) {
            return found;
        }
        FailureWords.log(LOG.atWarn(), cause, why + "; what was found is reported");
        List<SpecialistResult> missing = found.agentsNotBack().stream()
                .map(agent -> notBack(agent, found))
                .toList();
        return found.partial(missing, supervisor.withoutWords(found, why.endsWith(".") ? why : why + "."));
    }

    private SpecialistResult notBack(AgentType agent, InvestigationState found) {
        Notes nothing = specialists.begin(agent, found.query(), found.previous());
        String why = agent.displayName() + " had not come back by then.";
        return specialists.brokenOff(agent, nothing, "timeout", why, Duration.ZERO);
    }

    /** Memory comes first, so that the plan can follow it. */
    private Map<String, Object> prepare(InvestigationState state, Deadline deadline) {
        MemoryContext memory =
                supervisor.recall(state.user(), state.session(), state.query()).after(state.previous());
        memory.preferences().workflow().longest().ifPresent(deadline::atMost);
        TokenMeter tokens = new TokenMeter();
        InvestigationPlan plan = supervisor.analyzeQuery(state.query(), memory, tokens);
        return Map.of(
                InvestigationState.PLAN,
                plan,
                InvestigationState.MEMORY,
                memory,
                InvestigationState.PLAN_TOKENS,
                tokens.count());
    }

    private Map<String, Object> supervise(InvestigationState state) throws InterruptedException {
        Approval approval = supervisor.approve(state.plan(), state.memory().preferences());
        RouteDecision route = supervisor.route(state.plan(), approval);
        return Map.of(InvestigationState.APPROVAL, approval, InvestigationState.ROUTE, route);
    }

    /**
     * A specialist's failure must stay in its branch: one that throws would fail the whole run. A branch that is itself
     * interrupted has nobody left to report to.
     */
    private Map<String, Object> execute(AgentType agent, InvestigationState state, Deadline deadline) {
        if (!state.route().agents().contains(agent)) {
            return Map.of();
        }
        long start = System.nanoTime();
        Duration limit = deadline.agents(limits.specialist());
        Notes notes = specialists.begin(agent, state.query(), state.previous());
        SpecialistResult result;
        try {
            result = new TimeLimit(threads).call(new Deadline(limit), () -> specialists.execute(agent, notes));
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            result = specialists.brokenOff(agent, notes, errorType(e), whyBroken(agent, e, limit), after);
        }
        progress.agentDone(result);
        return Map.of(InvestigationState.RESULTS, List.of(result));
    }

    private static String errorType(Exception broken) {
        if (broken instanceof TimeoutException) {
            return "timeout";
        }
        return broken instanceof ModelException model
                ? model.failure().code()
                : FailureWords.innermost(broken).getClass().getSimpleName();
    }

    /** For the report; whatever is not known from its message goes into the log with all that is. */
    private static String whyBroken(AgentType agent, Exception broken, Duration limit) {
        if (broken instanceof TimeoutException) {
            return agent.displayName() + " did not end within " + limit.toSeconds() + " s.";
        }
        if (broken instanceof ModelException) {
            // A known failure, whose message says all: no stack trace.
            FailureWords.log(
                    LOG.atWarn().addKeyValue("sre.agent_type", agent.id()),
                    broken,
                    String.valueOf(broken.getMessage()));
            return agent.displayName() + " failed: " + broken.getMessage();
        }
        LOG.atWarn().addKeyValue("sre.agent_type", agent.id()).log("A specialist failed", broken);
        return agent.displayName() + " failed: " + FailureWords.forReader(broken);
    }

    private Map<String, Object> aggregate(InvestigationState state, Deadline deadline) {
        TokenMeter tokens = new TokenMeter();
        Summary summary = supervisor.sumUp(state, tokens, deadline.summary());
        return Map.of(InvestigationState.SUMMARY, summary, InvestigationState.SUMMARY_TOKENS, tokens.count());
    }
}
