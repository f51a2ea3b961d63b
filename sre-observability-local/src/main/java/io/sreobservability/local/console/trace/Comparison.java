package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two traces have in common and what not, operation by operation.
 *
 * @param operations of either trace, the largest difference in time first
 * @param attributes where an operation of both traces has other values in one than in the other
 */
public record Comparison(List<Operation> operations, List<AttributeDifference> attributes) {
    /** Differ in any two traces, and so say nothing. */
    private static final Set<String> ALWAYS_DIFFERENT = Set.of(
            "sre.investigation_id",
            "sre.session_id",
            "session.id",
            "gen_ai.conversation.id",
            "sre.timestamp",
            "thread.id",
            "thread.name",
            "mcp.session.id",
            "jsonrpc.request.id");

    private static final int MOST_VALUES = 5;

    /** Spans of one name and service, in either trace. */
    public record Operation(String name, String service, Side left, Side right) {
        /** How much longer they took together in the right trace; negative if shorter. */
        public long differenceNano() {
            return right.totalNano - left.totalNano;
        }
    }

    /** The spans of one operation in one trace; durations summed up, also of those that ran in parallel. */
    public record Side(int calls, int errors, long totalNano) {
        static final Side ABSENT = new Side(0, 0, 0);

        private Side with(SpanRecord span) {
            int failed = span.status() == SpanStatus.ERROR ? 1 : 0;
            return new Side(calls + 1, errors + failed, totalNano + span.durationNano());
        }
    }

    /**
     * The values that an attribute has in either trace, at most five; empty where no span has it.
     *
     * @param operations the spans' names; several where all of them differ alike, as with what they inherit
     */
    public record AttributeDifference(List<String> operations, String key, List<String> left, List<String> right) {
        private static final int LONG = 200;

        /** Whether it is text to read rather than a value to compare. */
        private boolean isLong() {
            return left.stream().anyMatch(value -> value.length() > LONG)
                    || right.stream().anyMatch(value -> value.length() > LONG);
        }
    }

    /** Compares the spans of two traces. */
    public static Comparison of(Collection<SpanRecord> left, Collection<SpanRecord> right) {
        return new Comparison(operations(left, right), differences(left, right));
    }

    private static List<Operation> operations(Collection<SpanRecord> left, Collection<SpanRecord> right) {
        Map<List<String>, Side> leftSides = sides(left);
        Map<List<String>, Side> rightSides = sides(right);
        Set<List<String>> keys = new HashSet<>(leftSides.keySet());
        keys.addAll(rightSides.keySet());
        return keys.stream()
                .map(key -> new Operation(
                        key.get(0),
                        key.get(1),
                        leftSides.getOrDefault(key, Side.ABSENT),
                        rightSides.getOrDefault(key, Side.ABSENT)))
                .sorted(Comparator.comparingLong((Operation operation) -> -Math.abs(operation.differenceNano()))
                        .thenComparing(Operation::name)
                        .thenComparing(Operation::service))
                .toList();
    }

    private static Map<List<String>, Side> sides(Collection<SpanRecord> spans) {
        Map<List<String>, Side> sides = new LinkedHashMap<>();
        for (SpanRecord span : spans) {
            sides.compute(
                    List.of(span.name(), span.service()),
                    (key, side) -> Objects.requireNonNullElse(side, Side.ABSENT).with(span));
        }
        return sides;
    }

    private static List<AttributeDifference> differences(Collection<SpanRecord> left, Collection<SpanRecord> right) {
        Map<List<String>, Set<String>> leftValues = values(left);
        Map<List<String>, Set<String>> rightValues = values(right);
        Set<String> common = names(left);
        common.retainAll(names(right));
        Set<List<String>> keys = new TreeSet<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        keys.addAll(leftValues.keySet());
        keys.addAll(rightValues.keySet());
        Map<Difference, List<String>> operationsOf = new LinkedHashMap<>();
        for (List<String> key : keys) {
            Difference difference = new Difference(
                    key.get(1), leftValues.getOrDefault(key, Set.of()), rightValues.getOrDefault(key, Set.of()));
            if (common.contains(key.get(0)) && !difference.left.equals(difference.right)) {
                operationsOf
                        .computeIfAbsent(difference, same -> new ArrayList<>())
                        .add(key.get(0));
            }
        }
        return operationsOf.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .sorted(Comparator.comparing(AttributeDifference::isLong))
                .toList();
    }

    private record Difference(String key, Set<String> left, Set<String> right) {
        AttributeDifference of(List<String> operations) {
            return new AttributeDifference(List.copyOf(operations), key, first(left), first(right));
        }
    }

    private static Set<String> names(Collection<SpanRecord> spans) {
        Set<String> names = new TreeSet<>();
        spans.forEach(span -> names.add(span.name()));
        return names;
    }

    /** By span name and attribute key. */
    private static Map<List<String>, Set<String>> values(Collection<SpanRecord> spans) {
        Map<List<String>, Set<String>> values = new LinkedHashMap<>();
        for (SpanRecord span : spans) {
            span.attributes().values().forEach((key, value) -> {
                if (!ALWAYS_DIFFERENT.contains(key)) {
                    values.computeIfAbsent(List.of(span.name(), key), first -> new TreeSet<>())
                            .add(String.valueOf(value));
                }
            });
        }
        return values;
    }

    private static List<String> first(Set<String> values) {
        return values.stream().limit(MOST_VALUES).toList();
    }
}
