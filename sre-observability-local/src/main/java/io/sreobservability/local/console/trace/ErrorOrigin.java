package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One cause of failures in a trace. Spans above those named here only passed the failure on.
 *
 * @param cause what went wrong and where, for example {@code connection refused at 127.0.0.1:8011 (k8s-api)}
 * @param service {@code service.name} of the process that saw it first
 * @param spans the failed spans below which nothing failed, one for each try; not empty
 */
public record ErrorOrigin(String cause, String service, List<SpanNode> spans) {
    /** Codes of ours are words; class names and statuses stay as they are. */
    private static final Pattern CODE = Pattern.compile("[a-z]+(_[a-z]+)*");

    /** An MCP call of a gateway: the target before the tool is the backend. */
    private static final Pattern TOOL_CALL = Pattern.compile("tools/call (.+?)___.+");

    /** All causes, in the order in which they first struck. */
    public static List<ErrorOrigin> in(SpanTree tree) {
        boolean[] failedBelow = failedBelow(tree);
        Map<List<String>, List<SpanNode>> byCause = new LinkedHashMap<>();
        for (SpanNode node : tree.nodes()) {
            if (node.isError() && !failedBelow[node.index()] && !isToldBeside(node, failedBelow)) {
                List<String> key = List.of(cause(node), node.span().service());
                byCause.computeIfAbsent(key, first -> new ArrayList<>()).add(node);
            }
        }
        return byCause.entrySet().stream()
                .map(entry ->
                        new ErrorOrigin(entry.getKey().get(0), entry.getKey().get(1), List.copyOf(entry.getValue())))
                .toList();
    }

    /** From the last span to the first, so that each has heard of all below it when its caller asks. */
    private static boolean[] failedBelow(SpanTree tree) {
        boolean[] failed = new boolean[tree.nodes().size()];
        for (int i = failed.length - 1; i >= 0; i--) {
            SpanNode node = tree.nodes().get(i);
            SpanNode caller = node.caller();
            if (caller != null && (node.isError() || failed[i])) {
                failed[caller.index()] = true;
            }
        }
        return failed;
    }

    /**
     * A try that turns out to be the first of several gets its span afterwards: what it caused elsewhere is below the call
     * itself, beside it.
     */
    private static boolean isToldBeside(SpanNode node, boolean[] failedBelow) {
        SpanNode call = node.caller();
        return node.isAttempt()
                && call != null
                && call.callees().stream()
                        .anyMatch(beside -> !beside.isAttempt() && (beside.isError() || failedBelow[beside.index()]));
    }

    private static String cause(SpanNode node) {
        SpanRecord span = node.span();
        String type = span.attributes().text("error.type");
        String what = type == null ? "an error" : CODE.matcher(type).matches() ? type.replace('_', ' ') : type;
        String message = span.statusMessage().isEmpty() ? "" : ": " + span.statusMessage();
        return what + message + place(node);
    }

    private static String place(SpanNode node) {
        SpanRecord span = node.span();
        String host = span.attributes().text("server.address");
        Object port = span.attributes().values().get("server.port");
        if (host == null || span.kind() != SpanKind.CLIENT) {
            return " in " + span.name();
        }
        String target = target(node);
        return " at " + host + (port == null ? "" : ":" + port) + (target == null ? "" : " (" + target + ")");
    }

    private static @Nullable String target(SpanNode node) {
        for (SpanNode above = node.caller(); above != null; above = above.caller()) {
            Matcher call = TOOL_CALL.matcher(above.span().name());
            if (call.matches()) {
                return call.group(1);
            }
        }
        return null;
    }
}
