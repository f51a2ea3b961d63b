package io.sreobservability.maven.metrics;

import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.Scanner;
import io.sreobservability.maven.source.SourceText;
import io.sreobservability.maven.source.UnreadableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the expression of a metric widget: metric math with its searches, or one Metrics Insights query. Operators are read
 * without precedence, for only the names in an expression matter here, not its value. Source: "Using math expressions with
 * CloudWatch metrics" of the CloudWatch user guide.
 */
public final class MetricExpressionParser {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?([eE][+-]?\\d+)?|\\.\\d+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final List<String> OPERATORS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "^", "<", ">");
    private static final Set<String> CONSTANTS =
            Set.of("REPEAT", "LINEAR", "ASC", "DESC", "AVG", "MIN", "MAX", "SUM", "TRUE", "FALSE", "PERIOD");
    private static final Set<String> FUNCTIONS = Set.of(
            "ABS",
            "ANOMALY_DETECTION_BAND",
            "AVG",
            "CEIL",
            "DATAPOINT_COUNT",
            "DATE",
            "DAY",
            "DB_PERF_INSIGHTS",
            "DIFF",
            "DIFF_TIME",
            "EPOCH",
            "FILL",
            "FIRST",
            "FLOOR",
            "HOUR",
            "IF",
            "INSIGHT_RULE_METRIC",
            "LAMBDA",
            "LAST",
            "LOG",
            "LOG10",
            "MAX",
            "METRICS",
            "METRIC_COUNT",
            "MIN",
            "MINUTE",
            "MONTH",
            "PERIOD",
            "RATE",
            "REMOVE_EMPTY",
            "RUNNING_SUM",
            "SEARCH",
            "SERVICE_QUOTA",
            "SLICE",
            "SORT",
            "STDDEV",
            "SUM",
            "TIME_SERIES",
            "YEAR");

    private final Scanner scanner;
    private final List<MetricReference> metrics = new ArrayList<>();
    private final List<Named> ids = new ArrayList<>();
    private final List<Named> idParts = new ArrayList<>();

    private MetricExpressionParser(SourceText expression) {
        scanner = Scanner.of(expression);
    }

    /**
     * Reads one expression.
     *
     * @throws UnreadableTextException if it does not follow the grammar, or goes beyond what is known of it
     */
    public static MetricExpression parse(SourceText expression) throws UnreadableTextException {
        if (InsightsQueryParser.isQuery(expression)) {
            return new MetricExpression(List.of(InsightsQueryParser.parse(expression)), List.of(), List.of());
        }
        MetricExpressionParser parser = new MetricExpressionParser(expression);
        parser.expression();
        if (!parser.scanner.atEnd()) {
            throw parser.scanner.expected("an operator");
        }
        return new MetricExpression(parser.metrics, parser.ids, parser.idParts);
    }

    /**
     * Reads a search by itself, without the function around it.
     *
     * @throws UnreadableTextException if it does not follow the grammar
     */
    public static List<MetricReference> parseSearch(SourceText search) throws UnreadableTextException {
        return SearchParser.parse(search);
    }

    private void expression() throws UnreadableTextException {
        scanner.enter();
        do {
            operand();
        } while (takesOperator());
        scanner.leave();
    }

    private boolean takesOperator() {
        return scanner.takesWord("AND")
                || scanner.takesWord("OR")
                || OPERATORS.stream().anyMatch(scanner::takes);
    }

    private void operand() throws UnreadableTextException {
        while (scanner.takes("-") || scanner.takes("+") || scanner.takes("!") || scanner.takesWord("NOT")) {
            // a sign changes no name
        }
        if (scanner.takes("(")) {
            expression();
            scanner.expect(")");
        } else if (scanner.takes("[")) {
            list("]");
        } else if (string().isEmpty() && scanner.take(NUMBER).isEmpty()) {
            name();
        }
    }

    private void name() throws UnreadableTextException {
        Named name = scanner.take(WORD).orElseThrow(() -> scanner.expected("a number, an id or a function"));
        if (scanner.takes("(")) {
            call(name);
        } else if (Character.isLowerCase(name.text().charAt(0))) {
            ids.add(name);
        } else if (!CONSTANTS.contains(name.text())) {
            throw new UnreadableTextException(
                    name.place(), "\"" + name.text() + "\" is no id: ids begin with a lower-case letter");
        }
    }

    private void call(Named function) throws UnreadableTextException {
        if (!FUNCTIONS.contains(function.text())) {
            throw new UnreadableTextException(
                    function.place(), "\"" + function.text() + "\" is no known function of metric math");
        }
        if (function.text().equals("SEARCH")) {
            SourceText query = string().orElseThrow(() -> scanner.expected("a search in quotes"));
            metrics.addAll(SearchParser.parse(query));
        } else if (function.text().equals("METRICS")) {
            int start = scanner.offset();
            string().ifPresent(part -> idParts.add(scanner.source().named(part.text(), start)));
        } else if (scanner.takes(")")) {
            return;
        } else {
            expression();
        }
        if (scanner.takes(",")) {
            list(")");
        } else {
            scanner.expect(")");
        }
    }

    private void list(String end) throws UnreadableTextException {
        do {
            expression();
        } while (scanner.takes(","));
        scanner.expect(end);
    }

    private Optional<SourceText> string() throws UnreadableTextException {
        Optional<SourceText> single = scanner.takeQuoted('\'');
        return single.isPresent() ? single : scanner.takeQuoted('"');
    }
}
