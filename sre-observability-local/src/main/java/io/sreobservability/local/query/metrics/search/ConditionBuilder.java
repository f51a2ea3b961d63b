package io.sreobservability.local.query.metrics.search;

import io.sreobservability.local.query.metrics.grammar.MetricSearchBaseVisitor;
import io.sreobservability.local.query.metrics.grammar.MetricSearchParser;
import io.sreobservability.local.query.metrics.statistic.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes conditions on metrics. A word in quotes is a whole name or value; one without is found in parts of it, too, as
 * words, numbers and capitals divide it, and in any case.
 */
final class ConditionBuilder extends MetricSearchBaseVisitor<Predicate<Metric>> {
    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Z]*[a-z]+|[A-Z]+");

    @Override
    public Predicate<Metric> visitParentheses(MetricSearchParser.ParenthesesContext context) {
        return visit(context.condition());
    }

    @Override
    public Predicate<Metric> visitProperty(MetricSearchParser.PropertyContext context) {
        String property = text(context.word(0));
        List<MetricSearchParser.WordContext> wanted = context.choice() == null
                ? List.of(context.word(1))
                : context.choice().word();
        return metric -> {
            String value = value(metric, property);
            return wanted.stream().anyMatch(word -> matches(word, value));
        };
    }

    @Override
    public Predicate<Metric> visitAnywhere(MetricSearchParser.AnywhereContext context) {
        return metric -> Stream.of(
                        Stream.of(metric.namespace(), metric.name()),
                        metric.dimensions().keySet().stream(),
                        metric.dimensions().values().stream())
                .flatMap(texts -> texts)
                .anyMatch(text -> matches(context.word(), text));
    }

    @Override
    public Predicate<Metric> visitNot(MetricSearchParser.NotContext context) {
        return visit(context.condition()).negate();
    }

    @Override
    public Predicate<Metric> visitAnd(MetricSearchParser.AndContext context) {
        return visit(context.condition(0)).and(visit(context.condition(1)));
    }

    @Override
    public Predicate<Metric> visitOr(MetricSearchParser.OrContext context) {
        return visit(context.condition(0)).or(visit(context.condition(1)));
    }

    private static String value(Metric metric, String property) {
        return switch (property) {
            case "MetricName" -> metric.name();
            case "Namespace" -> metric.namespace();
            default -> metric.dimensions().getOrDefault(property, "");
        };
    }

    private static boolean matches(MetricSearchParser.WordContext word, String value) {
        return word.QUOTED() == null
                ? parts(value).containsAll(parts(word.getText()))
                : text(word).equals(value);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        PART.matcher(text).results().forEach(part -> parts.add(part.group().toLowerCase(Locale.ROOT)));
        return parts;
    }

    /** The word, without its quotes if it has any. */
    static String text(MetricSearchParser.WordContext word) {
        String text = word.getText();
        return word.QUOTED() == null
                ? text
                : text.substring(1, text.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
    }
}
