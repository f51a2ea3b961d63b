package io.sreobservability.maven.logs;

import io.sreobservability.maven.logs.Expression.Call;
import io.sreobservability.maven.logs.Expression.Constant;
import io.sreobservability.maven.logs.Expression.Field;
import io.sreobservability.maven.logs.Expression.Items;
import io.sreobservability.maven.logs.Expression.Not;
import io.sreobservability.maven.logs.Expression.Operation;
import io.sreobservability.maven.logs.Expression.Regex;
import io.sreobservability.maven.logs.Expression.Text;
import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.Scanner;
import io.sreobservability.maven.source.SourceText;
import io.sreobservability.maven.source.UnreadableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads expressions by recursive descent: or, and, not, comparisons, sums, products, powers, values. */
final class ExpressionParser {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?[A-Za-z]*");
    private static final Pattern FIELD = Pattern.compile("@?[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_@]+)*");
    private static final List<String> COMPARISONS = List.of("=~", "!=", "<=", ">=", "=", "<", ">");
    private static final List<List<String>> ARITHMETIC =
            List.of(List.of("+", "-"), List.of("*", "/", "%"), List.of("^"));

    private final Scanner scanner;

    ExpressionParser(Scanner scanner) {
        this.scanner = scanner;
    }

    Expression expression() throws UnreadableTextException {
        scanner.enter();
        Expression left = conjunction();
        while (scanner.takesWord("or")) {
            left = new Operation("or", left, conjunction());
        }
        scanner.leave();
        return left;
    }

    private Expression conjunction() throws UnreadableTextException {
        Expression left = negation();
        while (scanner.takesWord("and")) {
            left = new Operation("and", left, negation());
        }
        return left;
    }

    private Expression negation() throws UnreadableTextException {
        if (!scanner.takesWord("not")) {
            return comparison();
        }
        scanner.enter();
        Expression condition = negation();
        scanner.leave();
        return new Not(condition);
    }

    private Expression comparison() throws UnreadableTextException {
        Expression left = arithmetic(0);
        boolean negated = scanner.takesWord("not");
        if (scanner.takesWord("like")) {
            return negatedIf(negated, new Operation("like", left, textOrRegex()));
        }
        if (scanner.takesWord("in")) {
            return negatedIf(negated, new Operation("in", left, items()));
        }
        if (negated) {
            throw scanner.expected("like or in");
        }
        for (String operator : COMPARISONS) {
            if (scanner.takes(operator)) {
                Expression right = operator.equals("=~") ? textOrRegex() : arithmetic(0);
                return operator.equals("!=")
                        ? new Not(new Operation("=", left, right))
                        : new Operation(operator, left, right);
            }
        }
        return left;
    }

    private static Expression negatedIf(boolean negated, Expression condition) {
        return negated ? new Not(condition) : condition;
    }

    private Expression arithmetic(int level) throws UnreadableTextException {
        if (level == ARITHMETIC.size()) {
            return value();
        }
        Expression left = arithmetic(level + 1);
        Optional<String> operator = takesOneOf(ARITHMETIC.get(level));
        while (operator.isPresent()) {
            left = new Operation(operator.get(), left, arithmetic(level + 1));
            operator = takesOneOf(ARITHMETIC.get(level));
        }
        return left;
    }

    private Optional<String> takesOneOf(List<String> operators) {
        return operators.stream().filter(scanner::takes).findFirst();
    }

    private Expression value() throws UnreadableTextException {
        while (scanner.takes("-")) {
            // a sign changes no name
        }
        if (scanner.takes("(")) {
            Expression inner = expression();
            scanner.expect(")");
            return inner;
        }
        Optional<Named> text = text();
        if (text.isPresent()) {
            return new Text(text.get());
        }
        if (scanner.take(NUMBER).isPresent() || scanner.takes("*")) {
            return new Constant();
        }
        return nameOrCall();
    }

    private Expression nameOrCall() throws UnreadableTextException {
        int start = scanner.offset();
        Named name = name();
        boolean quoted = scanner.source().text().charAt(start) == '`';
        if (quoted || !scanner.takes("(")) {
            return new Field(name);
        }
        String function = name.text().toLowerCase(Locale.ROOT);
        if (!Functions.exists(function)) {
            String nearest = Functions.nearest(function)
                    .map(known -> "; the nearest is \"" + known + "\"")
                    .orElse("");
            throw new UnreadableTextException(
                    name.place(), "\"" + name.text() + "\" is no known function of Logs Insights" + nearest);
        }
        List<Expression> arguments = scanner.takes(")") ? List.of() : list(")");
        String text = scanner.source().text().substring(start, scanner.offset()).replaceAll("\\s", "");
        return new Call(function, arguments, text);
    }

    /** A field's name or path. A path with a special character needs back-quotes around the whole of it. */
    Named name() throws UnreadableTextException {
        int start = scanner.offset();
        Optional<SourceText> quoted = scanner.takeQuoted('`');
        Optional<Named> name = quoted.isPresent()
                ? Optional.of(scanner.source().named(quoted.get().text(), start))
                : scanner.take(FIELD);
        if (name.isPresent() && (scanner.sees(".") || scanner.sees("`"))) {
            throw scanner.expected("back-quotes around the whole path: `attributes.some.key`");
        }
        return name.orElseThrow(() -> scanner.expected("a field, a function or a value"));
    }

    private Expression items() throws UnreadableTextException {
        scanner.expect("[");
        return new Items(list("]"));
    }

    private List<Expression> list(String end) throws UnreadableTextException {
        List<Expression> items = new ArrayList<>();
        do {
            items.add(expression());
        } while (scanner.takes(","));
        scanner.expect(end);
        return items;
    }

    private Expression textOrRegex() throws UnreadableTextException {
        Optional<Named> regex = regex();
        if (regex.isPresent()) {
            return new Regex(regex.get());
        }
        return new Text(text().orElseThrow(() -> scanner.expected("a text or a /pattern/")));
    }

    /** A regular expression between slashes, if one comes. */
    Optional<Named> regex() throws UnreadableTextException {
        int start = scanner.offset();
        return scanner.takeQuoted('/').map(pattern -> scanner.source().named(pattern.text(), start));
    }

    /** A text in single or double quotes, if one comes. */
    Optional<Named> text() throws UnreadableTextException {
        int start = scanner.offset();
        Optional<SourceText> text = scanner.takeQuoted('"');
        if (text.isEmpty()) {
            text = scanner.takeQuoted('\'');
        }
        return text.map(found -> scanner.source().named(found.text().replaceAll("\\\\(.)", "$1"), start));
    }
}
