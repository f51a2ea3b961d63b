package io.sreobservability.sreagent.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bsc.langgraph4j.state.AgentState;
import org.bsc.langgraph4j.state.Channel;
import org.bsc.langgraph4j.state.Channels;

/** What the graph's nodes hand on. The graph copies it by serialisation between nodes, so all values are serialisable. */
final class InvestigationState extends AgentState {
    static final String USER = "user";
    static final String SESSION = "session";
    static final String QUERY = "query";
    static final String PREVIOUS = "previous";
    static final String PLAN = "plan";
    static final String MEMORY = "memory";
    static final String APPROVAL = "approval";
    static final String ROUTE = "route";
    static final String RESULTS = "results";
    static final String SUMMARY = "summary";
    static final String PARTIAL = "partial";
    static final String PLAN_TOKENS = "plan_tokens";
    static final String SUMMARY_TOKENS = "summary_tokens";

    /** Of a plan that was turned down. */
    private static final Summary NOTHING_DONE =
            new Summary("", "", List.of(), "", Severity.LOW, "", List.of(), List.of(), Escalation.ofNothing());

    /** The results of parallel branches are appended to each other; everything else is written once. */
    static Map<String, Channel<?>> channels() {
        return Map.of(RESULTS, Channels.<SpecialistResult>appender(ArrayList::new));
    }

    InvestigationState(Map<String, Object> data) {
        super(data);
    }

    String user() {
        return required(USER, String.class);
    }

    String session() {
        return required(SESSION, String.class);
    }

    String query() {
        return required(QUERY, String.class);
    }

    PreviousTurn previous() {
        return required(PREVIOUS, PreviousTurn.class);
    }

    InvestigationPlan plan() {
        return required(PLAN, InvestigationPlan.class);
    }

    MemoryContext memory() {
        return required(MEMORY, MemoryContext.class);
    }

    Approval approval() {
        return required(APPROVAL, Approval.class);
    }

    RouteDecision route() {
        return required(ROUTE, RouteDecision.class);
    }

    Summary summary() {
        return approval().granted() ? required(SUMMARY, Summary.class) : NOTHING_DONE;
    }

    /** What all steps took: plan, agents and summary. */
    TokenCount tokens() {
        Stream<TokenCount> own =
                Stream.of(PLAN_TOKENS, SUMMARY_TOKENS).flatMap(key -> this.<TokenCount>value(key).stream());
        Stream<TokenCount> agents = resultsInPlanOrder().stream().map(SpecialistResult::tokens);
        return Stream.concat(own, agents).reduce(TokenCount.NONE, TokenCount::plus);
    }

    /** Branches end in any order; reports are read in plan order. */
    List<SpecialistResult> resultsInPlanOrder() {
        List<AgentType> order = route().agents();
        return this.<List<SpecialistResult>>value(RESULTS).orElse(List.of()).stream()
                .sorted(Comparator.comparingInt(result -> order.indexOf(result.agent())))
                .toList();
    }

    /** Agents that were sent and have no result yet. */
    List<AgentType> agentsNotBack() {
        List<AgentType> agents = new ArrayList<>(route().agents());
        resultsInPlanOrder().forEach(result -> agents.remove(result.agent()));
        return agents;
    }

    /** Whether the last step has come to its end. */
    boolean summedUp() {
        return value(SUMMARY).isPresent();
    }

    /** Whether it broke off before that. */
    boolean partial() {
        return value(PARTIAL).isPresent();
    }

    /** What is left of one that broke off: the same with results of agents that had none, and with a summary. */
    InvestigationState partial(List<SpecialistResult> missing, Summary summary) {
        Map<String, Object> all = new HashMap<>(data());
        all.put(
                RESULTS,
                Stream.concat(resultsInPlanOrder().stream(), missing.stream()).toList());
        all.put(SUMMARY, summary);
        all.put(PARTIAL, true);
        return new InvestigationState(all);
    }

    private <T> T required(String key, Class<T> type) {
        return type.cast(this.<Object>value(key)
                .orElseThrow(() -> new IllegalStateException("no " + key + " in the state yet")));
    }
}
