package io.sreobservability.sreagent.e2e;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The spans of one trace as text that is the same for each run: a line for each span, indented below its parent, with its
 * service, kind, failure and attributes. What a run makes anew is left out (ids, times, ports, messages), and what the
 * standard hands down to descendants is shown only where it changes. Children stand in the order in which they started;
 * agents, which start together, by name.
 */
final class ScenarioTree {
    /** Anew in each run: ids, times, the ports of test servers, and texts that quote the moving times of the data. */
    private static final Set<String> OF_ONE_RUN = Set.of(
            "sre.investigation_id",
            "sre.session_id",
            "session.id",
            "gen_ai.conversation.id",
            "sre.timestamp",
            "gen_ai.input.messages",
            "gen_ai.output.messages",
            "server.port",
            "url.full");

    private static final Set<String> HANDED_DOWN = Set.of("sre.user_id", "sre.query", "sre.agent_type");

    private final Map<String, List<SpanData>> children = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private ScenarioTree(List<SpanData> spans) {
        spans.stream()
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .forEach(span -> children.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>())
                        .add(span));
    }

    /** The text of a whole trace. */
    static String of(List<SpanData> spans) {
        ScenarioTree tree = new ScenarioTree(spans);
        List<SpanData> roots = spans.stream()
                .filter(span -> !span.getParentSpanContext().isValid())
                .toList();
        roots.forEach(root -> tree.add(root, Map.of(), 0));
        long lines = tree.text.toString().lines().count();
        if (roots.size() != 1 || lines != spans.size()) {
            throw new AssertionError(
                    spans.size() + " spans with " + roots.size() + " roots are no whole trace:\n" + tree.text);
        }
        return tree.text.toString();
    }

    private void add(SpanData span, Map<String, String> above, int depth) {
        Map<String, String> attributes = attributes(span);
        String own = attributes.entrySet().stream()
                .filter(entry -> !HANDED_DOWN.contains(entry.getKey())
                        || !entry.getValue().equals(above.get(entry.getKey())))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
        text.append("  ".repeat(depth))
                .append(span.getName())
                .append(" [")
                .append(service(span))
                .append(span.getKind() == SpanKind.INTERNAL ? "" : " " + span.getKind())
                .append(span.getStatus().getStatusCode() == StatusCode.ERROR ? " ERROR" : "")
                .append("]")
                .append(own.isEmpty() ? "" : " " + own)
                .append("\n");
        List<SpanData> below = new ArrayList<>(children.getOrDefault(span.getSpanId(), List.of()));
        sortAgents(below);
        below.forEach(child -> add(child, attributes, depth + 1));
    }

    private static void sortAgents(List<SpanData> siblings) {
        List<SpanData> agents = siblings.stream()
                .filter(ScenarioTree::isAgent)
                .sorted(Comparator.comparing(SpanData::getName))
                .toList();
        if (!agents.isEmpty()) {
            int first = siblings.indexOf(
                    siblings.stream().filter(ScenarioTree::isAgent).findFirst().orElseThrow());
            siblings.removeAll(agents);
            siblings.addAll(first, agents);
        }
    }

    private static boolean isAgent(SpanData span) {
        return span.getName().startsWith("agent.");
    }

    private static Map<String, String> attributes(SpanData span) {
        Map<String, String> attributes = new TreeMap<>();
        String session = span.getAttributes().get(AttributeKey.stringKey("sre.session_id"));
        span.getAttributes().forEach((key, value) -> {
            if (!OF_ONE_RUN.contains(key.getKey())) {
                String shown = String.valueOf(value);
                // Namespaces of memory end with it.
                attributes.put(key.getKey(), session == null ? shown : shown.replace(session, "{session}"));
            }
        });
        return attributes;
    }

    private static String service(SpanData span) {
        return String.valueOf(span.getResource().getAttribute(AttributeKey.stringKey("service.name")));
    }
}
