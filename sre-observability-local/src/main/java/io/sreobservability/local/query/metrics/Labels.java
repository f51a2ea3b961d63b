package io.sreobservability.local.query.metrics;

import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** The placeholders of labels ("Using dynamic labels", CloudWatch user guide). */
final class Labels {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern PROPERTY = Pattern.compile("PROP\\('([^']*)'\\)");
    private static final MathContext DIGITS = new MathContext(4);

    private Labels() {}

    /** {@code label} for one series, whose name without it would be {@code standard}. */
    static String of(String label, String standard, TimeSeries series) {
        return PLACEHOLDER
                .matcher(label)
                .replaceAll(found -> Matcher.quoteReplacement(placeholder(found, standard, series)));
    }

    private static String placeholder(MatchResult found, String standard, TimeSeries series) {
        Matcher property = PROPERTY.matcher(found.group(1));
        return property.matches() ? property(property.group(1), series) : number(found.group(1), standard, series);
    }

    private static String property(String name, TimeSeries series) {
        TimeSeries.Source source = series.source();
        if (source == null) {
            return "";
        }
        return switch (name) {
            case "MetricName" -> source.metric().name();
            case "Namespace" -> source.metric().namespace();
            case "Stat" -> source.statistic().label();
            case "Period" -> String.valueOf(series.periodSeconds());
            default -> {
                if (!name.startsWith("Dim.")) {
                    throw unknown("PROP('" + name + "')");
                }
                yield source.metric().dimensions().getOrDefault(name.substring("Dim.".length()), "");
            }
        };
    }

    private static String number(String name, String standard, TimeSeries series) {
        Collection<Double> values = series.points().values();
        return switch (name) {
            case "LABEL" -> standard;
            case "AVG" ->
                shown(values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
            case "MIN" ->
                shown(values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN));
            case "MAX" ->
                shown(values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
            case "SUM" -> shown(values.stream().mapToDouble(Double::doubleValue).sum());
            case "LAST" -> shown(values.stream().reduce(Double.NaN, (earlier, later) -> later));
            default -> throw unknown(name);
        };
    }

    private static String shown(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "--";
    }

    private static ParseCancellationException unknown(String placeholder) {
        return new ParseCancellationException("the label's placeholder ${" + placeholder + "} is not supported");
    }
}
