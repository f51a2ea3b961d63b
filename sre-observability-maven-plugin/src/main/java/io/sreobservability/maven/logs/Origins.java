package io.sreobservability.maven.logs;

import io.sreobservability.maven.logs.Expression.Call;
import io.sreobservability.maven.logs.Expression.Field;
import io.sreobservability.maven.logs.Expression.Items;
import io.sreobservability.maven.logs.Expression.Operation;
import io.sreobservability.maven.logs.Expression.Regex;
import io.sreobservability.maven.logs.Expression.Text;
import io.sreobservability.maven.logs.Scope.Made;
import io.sreobservability.maven.logs.Scope.Meaning;
import io.sreobservability.maven.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the value of an expression is made of: fields of the log events, and texts of the query. */
final class Origins {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "^");

    private final Scope scope;

    Origins(Scope scope) {
        this.scope = scope;
    }

    /** What the value is made of, for a name that stands for it. */
    Made made(Expression expression) {
        return new Made(fields(expression), text(expression).isPresent());
    }

    /** The fields whose values are a part of this value. A comparison has none: its value is yes or no. */
    Set<String> fields(Expression expression) {
        if (expression instanceof Field field) {
            Meaning meaning = scope.meaning(field.name().text());
            if (meaning instanceof Meaning.Event event) {
                return Set.of(event.field());
            }
            return meaning instanceof Made made ? made.fields() : Set.of();
        }
        if (expression instanceof Call call && scope.defines(call.text())) {
            return scope.meaning(call.text()) instanceof Made made ? made.fields() : Set.of();
        }
        Set<String> fields = new TreeSet<>();
        parts(expression).forEach(part -> fields.addAll(fields(part)));
        return fields;
    }

    /** Where a text of the query stands that is a part of this value, or a name for such a text. */
    Optional<Place> text(Expression expression) {
        if (expression instanceof Text text) {
            return Optional.of(text.value().place());
        }
        if (expression instanceof Regex regex) {
            return Optional.of(regex.pattern().place());
        }
        if (expression instanceof Field field) {
            return scope.meaning(field.name().text()) instanceof Made made && made.text()
                    ? Optional.of(field.name().place())
                    : Optional.empty();
        }
        return parts(expression).stream().flatMap(part -> text(part).stream()).findFirst();
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Items items) {
            return items.items();
        }
        if (expression instanceof Operation operation && ARITHMETIC.contains(operation.operator())) {
            return List.of(operation.left(), operation.right());
        }
        return expression instanceof Call call && !Functions.measures(call.function()) ? call.arguments() : List.of();
    }
}
