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
 * Reads the query of a search: {@code {Namespace,Dimension,…} MetricName="X" Dimension="v"}, as "CloudWatch search
 * expression syntax" of the CloudWatch user guide describes it.
 */
final class SearchParser {
    private static final Pattern BARE = Pattern.compile("[^\\s\"'(){}=,]+");

    private final Scanner scanner;
    private final List<Named> namespaces = new ArrayList<>();
    private final List<MetricName> metrics = new ArrayList<>();
    private final List<Named> filters = new ArrayList<>();
    private final List<Named> words = new ArrayList<>();
    private Optional<List<Named>> dimensions = Optional.empty();

    private SearchParser(SourceText query) {
        scanner = Scanner.of(query);
    }

    /** The metrics that the search names: one reference per name and namespace. */
    static List<MetricReference> parse(SourceText query) throws UnreadableTextException {
        return new SearchParser(query).references();
    }

    private List<MetricReference> references() throws UnreadableTextException {
        Place start = scanner.place();
        if (scanner.takes("{")) {
            schema();
        }
        terms(false);
        if (!scanner.atEnd()) {
            throw scanner.expected("a search term");
        }
        if (namespaces.isEmpty() && metrics.isEmpty()) {
            throw new UnreadableTextException(start, "the search names neither {Namespace,Dimensions} nor MetricName=");
        }
        List<MetricReference> references = new ArrayList<>();
        for (Optional<Named> namespace : orNone(namespaces)) {
            for (Optional<MetricName> metric : orNone(metrics)) {
                references.add(new MetricReference(start, namespace, metric, dimensions, filters, words));
            }
        }
        return references;
    }

    private static <T> List<Optional<T>> orNone(List<T> items) {
        return items.isEmpty()
                ? List.of(Optional.empty())
                : items.stream().map(Optional::of).toList();
    }

    private void schema() throws UnreadableTextException {
        namespaces.add(name("a namespace"));
        List<Named> names = new ArrayList<>();
        while (scanner.takes(",")) {
            names.add(name("a dimension"));
        }
        scanner.expect("}");
        scanner.takes(",");
        // A schema without dimensions restricts only the namespace.
        dimensions = names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** Reads terms; what a search leaves out need not be there. */
    private void terms(boolean negated) throws UnreadableTextException {
        while (!scanner.atEnd() && !scanner.sees(")")) {
            if (scanner.takesWord("AND") || scanner.takesWord("OR")) {
                continue;
            }
            boolean left = negated ^ scanner.takesWord("NOT");
            if (scanner.takes("(")) {
                scanner.enter();
                terms(left);
                scanner.leave();
                scanner.expect(")");
            } else {
                term(left);
            }
        }
    }

    private void term(boolean negated) throws UnreadableTextException {
        Named designator = name("a search term");
        if (!scanner.takes("=")) {
            words.addAll(negated ? List.of() : List.of(designator));
            return;
        }
        List<MetricName> values = values(negated);
        switch (designator.text()) {
            case "MetricName" -> metrics.addAll(values);
            case "Namespace" -> values.forEach(value -> namespaces.add(value.name()));
            case ":aws.AccountId" -> {} // restricts the account, not the metric
            default -> filters.addAll(negated ? List.of() : List.of(designator));
        }
    }

    /** The values that the search wants, and not those that it leaves out. */
    private List<MetricName> values(boolean negated) throws UnreadableTextException {
        List<MetricName> values = new ArrayList<>();
        if (!scanner.takes("(")) {
            add(values, negated);
            return values;
        }
        while (!scanner.takes(")")) {
            if (!scanner.takesWord("OR") && !scanner.takesWord("AND")) {
                add(values, negated ^ scanner.takesWord("NOT"));
            }
        }
        return values;
    }

    private void add(List<MetricName> values, boolean negated) throws UnreadableTextException {
        MetricName value = value();
        if (!negated) {
            values.add(value);
        }
    }

    private MetricName value() throws UnreadableTextException {
        boolean exact = scanner.sees("\"");
        return new MetricName(name("a value"), exact);
    }

    private Named name(String what) throws UnreadableTextException {
        int start = scanner.offset();
        Optional<SourceText> quoted = scanner.takeQuoted('"');
        if (quoted.isPresent()) {
            return scanner.source().named(quoted.get().text(), start);
        }
        return scanner.take(BARE).orElseThrow(() -> scanner.expected(what));
    }
}
