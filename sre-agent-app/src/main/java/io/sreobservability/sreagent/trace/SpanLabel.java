package io.sreobservability.sreagent.trace;

import io.sreobservability.sreagent.trace.TraceTree.SpanNode;
import java.util.Set;

/** What a span is called where it stands alone: {@code chat offline} says little without the agent that asked. */
final class SpanLabel {
    /** The first words of the naming standard's own families. All other spans are made by libraries and servers. */
    private static final Set<String> OWN = Set.of("supervisor", "agent", "tool", "memory");

    private SpanLabel() {}

    /** The span's name; of a library's or server's span also the nearest of ours above it. */
    static String of(SpanNode node) {
        String name = node.span().name();
        return isOwn(node)
                ? name
                : node.callers().stream()
                        .filter(SpanLabel::isOwn)
                        .findFirst()
                        .map(above -> name + " in " + above.span().name())
                        .orElse(name);
    }

    private static boolean isOwn(SpanNode node) {
        String name = node.span().name();
        int dot = name.indexOf('.');
        return dot > 0 && OWN.contains(name.substring(0, dot));
    }
}
