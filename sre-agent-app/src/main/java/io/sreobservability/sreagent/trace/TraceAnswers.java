package io.sreobservability.sreagent.trace;

import io.sreobservability.sreagent.trace.TraceTree.SpanNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a trace says when it is asked what people ask: who was slow, what determined the time, why these agents, what memory
 * did, what failed. Each answer is one sentence without a line end, with names as they arrived.
 */
public final class TraceAnswers {
    private static final Pattern AGENT = Pattern.compile("agent\\.(.+)\\.execute");
    /** A smaller share of the critical path is not worth a word. */
    private static final double WORTH_PERCENT = 5;

    private final TraceTree tree;
    private final MemoryUse memory;
    private final @Nullable Reporting reporting;
    private final List<Failure> failures;

    private TraceAnswers(TraceTree tree) {
        this.tree = tree;
        this.memory = MemoryUse.of(tree);
        this.reporting = Reporting.of(tree).orElse(null);
        this.failures = Failure.in(tree);
    }

    /** The answers of this trace; a part that it does not have is said to be missing. */
    public static TraceAnswers of(Trace trace) {
        return new TraceAnswers(TraceTree.of(trace.spans()));
    }

    /** Which agent was slowest, how long it took and what it spent its time on. */
    public String bottleneck() {
        return Bottleneck.of(tree).map(Bottleneck::sentence).orElse("no agent is in the trace");
    }

    /** What the investigation's time consists of, in the order of time. */
    public String criticalPath() {
        return tree.root().map(CriticalPath::of).map(TraceAnswers::largest).orElse("the trace has no root");
    }

    private static String largest(CriticalPath path) {
        String named = path.shares().stream()
                .filter(share -> share.isAtLeast(WORTH_PERCENT, path.totalNano()))
                .map(share -> SpanLabel.of(share.node()) + " " + DurationText.of(share.ownNano()))
                .collect(Collectors.joining(", then "));
        return named + "; " + DurationText.of(path.totalNano()) + " in all";
    }

    /** Which agents were sent, and why. */
    public String routing() {
        return Routing.of(tree).map(Routing::sentence).orElse("the trace has no routing decision");
    }

    /** The agents that were sent, separated by commas. */
    public String agents() {
        return Routing.of(tree)
                .map(routing -> String.join(", ", routing.agents()))
                .orElse("unknown");
    }

    /** What memory found and what it cost. */
    public MemoryUse memory() {
        return memory;
    }

    /** How the report was made, if it was. */
    public Optional<Reporting> reporting() {
        return Optional.ofNullable(reporting);
    }

    /** Why something failed; one cause each, in the order in which they struck. */
    public List<String> causes() {
        return failures.stream().map(Failure::cause).toList();
    }

    /** How often what failed was tried, for each cause. */
    public List<String> tries() {
        return failures.stream().map(TraceAnswers::tries).toList();
    }

    private static String tries(Failure failure) {
        List<SpanNode> calls = failure.toolCalls();
        String tools = calls.stream().map(call -> call.span().name()).distinct().collect(Collectors.joining(", "));
        return count(failure.tries(), "try", "tries")
                + (calls.isEmpty() ? "" : " in " + count(calls.size(), "tool call", "tool calls") + ": " + tools);
    }

    /** The way of each cause's first failure, from where it began to where it was caught. */
    public List<String> chains() {
        return failures.stream().map(TraceAnswers::chain).toList();
    }

    private static String chain(Failure failure) {
        List<SpanNode> chain = failure.chain();
        String way = chain.stream()
                .map(node -> node.span().name() + " (" + node.span().service() + ")")
                .collect(Collectors.joining(" < "));
        Set<SpanNode> passed = Set.copyOf(chain);
        return chain.get(chain.size() - 1).callers().stream()
                .filter(above -> !passed.contains(above))
                .findFirst()
                .map(above -> way + "; " + above.span().name() + " went on")
                .orElse(way);
    }

    /** Agents that failed, and those that did their work. */
    public String outcome() {
        Set<String> failed = new LinkedHashSet<>();
        Set<String> done = new LinkedHashSet<>();
        tree.nodes().filter(node -> AGENT.matcher(node.span().name()).matches()).forEach(node -> {
            String agent = AGENT.matcher(node.span().name()).replaceFirst("$1");
            (node.span().isError() ? failed : done).add(agent);
        });
        List<String> parts = new ArrayList<>();
        if (!failed.isEmpty()) {
            parts.add(String.join(", ", failed) + " failed");
        }
        parts.add((done.isEmpty() ? "no agent" : String.join(", ", done)) + " got answers");
        return String.join("; ", parts);
    }

    private static String count(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
