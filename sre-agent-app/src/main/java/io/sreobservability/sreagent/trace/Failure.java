package io.sreobservability.sreagent.trace;

import io.sreobservability.sreagent.trace.TraceTree.SpanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One cause of failures in a trace, with everything that failed because of it.
 *
 * @param cause what went wrong and where, for example {@code connection refused at 127.0.0.1:8011 (k8s-api)}
 * @param service {@code service.name} of the process that saw it first
 * @param spans the failed spans below which nothing failed, one for each time it was tried; not empty
 */
record Failure(String cause, String service, List<SpanNode> spans) {
    /** Codes of ours are words; class names and statuses stay as they are. */
    private static final Pattern CODE = Pattern.compile("[a-z]+(_[a-z]+)*");

    /** An MCP call of a gateway: the target before the tool is the backend. */
    private static final Pattern TOOL_CALL = Pattern.compile("tools/call (.+?)___.+");

    /** All causes, in the order in which they first struck. */
    static List<Failure> in(TraceTree tree) {
        Map<List<String>, List<SpanNode>> byCause = new LinkedHashMap<>();
        tree.nodes()
                .filter(Failure::failedFirst)
                .forEach(node -> byCause.computeIfAbsent(
                                List.of(cause(node), node.span().service()), key -> new ArrayList<>())
                        .add(node));
        return byCause.entrySet().stream()
                .map(entry -> new Failure(entry.getKey().get(0), entry.getKey().get(1), List.copyOf(entry.getValue())))
                .toList();
    }

    /** The spans above only passed the failure on. */
    private static boolean failedFirst(SpanNode node) {
        return node.span().isError() && !failedBelow(node) && !isToldBeside(node);
    }

    private static boolean failedBelow(SpanNode node) {
        return TraceTree.below(node).stream()
                .skip(1)
                .anyMatch(below -> below.span().isError());
    }

    /**
     * A try that turns out to be the first of several gets its span afterwards: what it caused elsewhere is below the call
     * itself, beside it.
     */
    private static boolean isToldBeside(SpanNode node) {
        return node.span().isAttempt()
                && node.callers().stream()
                        .limit(1)
                        .flatMap(call -> call.children().stream())
                        .anyMatch(beside ->
                                !beside.span().isAttempt() && (beside.span().isError() || failedBelow(beside)));
    }

    private static String cause(SpanNode node) {
        TraceSpan span = node.span();
        String type = span.attributeOr("error.type", "an error");
        String message = span.statusMessage().isEmpty() ? "" : ": " + span.statusMessage();
        return (CODE.matcher(type).matches() ? type.replace('_', ' ') : type) + message + place(node);
    }

    private static String place(SpanNode node) {
        String host = node.span().attribute("server.address");
        String port = node.span().attribute("server.port");
        String called = target(node).map(target -> " (" + target + ")").orElse("");
        return host == null || !node.span().isClient()
                ? " in " + SpanLabel.of(node)
                : " at " + host + (port == null ? "" : ":" + port) + called;
    }

    private static Optional<String> target(SpanNode node) {
        return node.callers().stream()
                .map(above -> TOOL_CALL.matcher(above.span().name()))
                .filter(Matcher::matches)
                .map(call -> call.group(1))
                .findFirst();
    }

    /** The failed spans that a try passed the failure on to, from where it began to where it ended: the longest such way. */
    List<SpanNode> chain() {
        List<SpanNode> longest = List.of();
        for (SpanNode span : spans) {
            List<SpanNode> chain = Stream.concat(Stream.of(span), span.callers().stream())
                    .filter(node -> node.span().isError())
                    .toList();
            longest = chain.size() > longest.size() ? chain : longest;
        }
        return longest;
    }

    /** How often the failing thing was tried in all. */
    int tries() {
        return spans.size();
    }

    /** The tool calls that failed because of it; several tries are one call. */
    List<SpanNode> toolCalls() {
        return spans.stream()
                .flatMap(span -> span.callers().stream()
                        .filter(above -> above.span().isTool() && !above.span().isAttempt())
                        .limit(1))
                .distinct()
                .toList();
    }
}
