package io.sreobservability.sreagent.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What memory gave to an investigation, and what it cost.
 *
 * @param lookups in the order of time
 * @param writes how many times something was remembered
 * @param lookupNano how long the lookups took in all
 * @param writeNano how long the writes took in all
 * @param investigationNano how long the whole investigation took
 */
public record MemoryUse(List<Lookup> lookups, int writes, long lookupNano, long writeNano, long investigationNano) {

    /**
     * One lookup.
     *
     * @param strategy the kind of memory, a value of {@code memory.strategy}
     * @param namespace whose; empty if it is not told
     * @param results how many memories were found
     * @param cacheHit whether they were known already
     * @param failed whether memory was away
     */
    public record Lookup(String strategy, String namespace, long results, boolean cacheHit, boolean failed) {
        private String sentence() {
            return strategy + (failed ? " failed" : " " + results) + (cacheHit ? " from the cache" : "");
        }
    }

    static MemoryUse of(TraceTree tree) {
        List<TraceSpan> lookups = spans(tree, "memory.retrieve");
        List<TraceSpan> writes = spans(tree, "memory.store");
        return new MemoryUse(
                lookups.stream().map(MemoryUse::lookup).toList(),
                writes.size(),
                sum(lookups),
                sum(writes),
                tree.root().map(root -> root.span().durationNano()).orElse(0L));
    }

    private static List<TraceSpan> spans(TraceTree tree, String name) {
        return tree.named(name).map(TraceTree.SpanNode::span).toList();
    }

    private static long sum(List<TraceSpan> spans) {
        return spans.stream().mapToLong(TraceSpan::durationNano).sum();
    }

    private static Lookup lookup(TraceSpan span) {
        String results = span.attribute("memory.results_count");
        return new Lookup(
                span.attributeOr("memory.strategy", "unknown"),
                span.attributeOr("memory.namespace", ""),
                results != null && results.matches("[0-9]{1,9}") ? Long.parseLong(results) : 0,
                "true".equals(span.attribute("memory.cache_hit")),
                span.isError());
    }

    /** How long all lookups and writes took, for people. */
    public String duration() {
        return DurationText.of(lookupNano + writeNano);
    }

    /** What was found and what it cost, in one sentence without a line end. */
    public String sentence() {
        if (lookups.isEmpty()) {
            return "it was not asked";
        }
        List<String> found =
                new ArrayList<>(lookups.stream().map(Lookup::sentence).toList());
        long hits = lookups.stream().filter(Lookup::cacheHit).count();
        return "found " + found.stream().collect(Collectors.joining(", ")) + "; " + hits + " of " + lookups.size()
                + " from the cache; cost " + DurationText.of(lookupNano) + " to look up and "
                + DurationText.of(writeNano) + " to remember ("
                + DurationText.percent(lookupNano + writeNano, investigationNano) + " of the investigation)";
    }
}
