package io.sreobservability.maven.metrics;

import io.sreobservability.maven.metrics.MetricReference.MetricName;
import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.Place;
import io.sreobservability.maven.source.Scanner;
import io.sreobservability.maven.source.SourceText;
import io.sreobservability.maven.source.UnreadableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a query of CloudWatch Metrics Insights: {@code SELECT AVG(Metric) FROM SCHEMA("Namespace", Dimension) WHERE … GROUP
 * BY … ORDER BY … LIMIT …}, as "Metrics Insights query components and syntax" of the CloudWatch user guide describes it.
 */
final class InsightsQueryParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Scanner scanner;
    private final List<Named> filters = new ArrayList<>();

    private InsightsQueryParser(SourceText query) {
        scanner = Scanner.of(query);
    }

    static boolean isQuery(SourceText text) {
        return Scanner.of(text).seesWord("SELECT");
    }

    static MetricReference parse(SourceText query) throws UnreadableTextException {
        return new InsightsQueryParser(query).query();
    }

    private MetricReference query() throws UnreadableTextException {
        Place start = scanner.place();
        scanner.expectWord("SELECT");
        word("a function");
        scanner.expect("(");
        Named metric = name("a metric");
        scanner.expect(")");
        scanner.expectWord("FROM");
        Optional<List<Named>> dimensions = Optional.empty();
        Named namespace;
        if (scanner.takesWord("SCHEMA")) {
            scanner.expect("(");
            namespace = name("a namespace");
            List<Named> names = new ArrayList<>();
            while (scanner.takes(",")) {
                names.add(name("a dimension"));
            }
            scanner.expect(")");
            dimensions = Optional.of(names);
        } else {
            namespace = name("a namespace");
        }
        rest();
        return new MetricReference(
                start,
                Optional.of(namespace),
                Optional.of(new MetricName(metric, true)),
                dimensions,
                filters,
                List.of());
    }

    private void rest() throws UnreadableTextException {
        if (scanner.takesWord("WHERE")) {
            do {
                comparison();
            } while (scanner.takesWord("AND"));
        }
        if (scanner.takesWord("GROUP")) {
            scanner.expectWord("BY");
            do {
                filters.add(name("a dimension"));
            } while (scanner.takes(","));
        }
        if (scanner.takesWord("ORDER")) {
            scanner.expectWord("BY");
            word("a function");
            scanner.expect("(");
            scanner.expect(")");
            if (!scanner.takesWord("DESC")) {
                scanner.takesWord("ASC");
            }
        }
        if (scanner.takesWord("LIMIT") && scanner.take(NUMBER).isEmpty()) {
            throw scanner.expected("a number");
        }
        if (!scanner.atEnd()) {
            throw scanner.expected("the end of the query");
        }
    }

    private void comparison() throws UnreadableTextException {
        filters.add(name("a dimension"));
        if (!scanner.takes("!=")) {
            scanner.expect("=");
        }
        if (scanner.takeQuoted('\'').isEmpty()) {
            throw scanner.expected("a value in single quotes");
        }
    }

    private void word(String what) throws UnreadableTextException {
        if (scanner.take(NAME).isEmpty()) {
            throw scanner.expected(what);
        }
    }

    private Named name(String what) throws UnreadableTextException {
        int start = scanner.offset();
        Optional<SourceText> quoted = scanner.takeQuoted('"');
        if (quoted.isPresent()) {
            return scanner.source().named(quoted.get().text(), start);
        }
        return scanner.take(NAME).orElseThrow(() -> scanner.expected(what));
    }
}
