package io.sreobservability.maven.logs;

import io.sreobservability.maven.logs.Command.Column;
import io.sreobservability.maven.logs.Command.Extract;
import io.sreobservability.maven.logs.Command.Source;
import io.sreobservability.maven.logs.Command.Stats;
import io.sreobservability.maven.logs.Command.Use;
import io.sreobservability.maven.logs.Expression.Call;
import io.sreobservability.maven.logs.Expression.Constant;
import io.sreobservability.maven.logs.Expression.Field;
import io.sreobservability.maven.logs.Expression.Items;
import io.sreobservability.maven.logs.Expression.Not;
import io.sreobservability.maven.logs.Expression.Operation;
import io.sreobservability.maven.logs.Expression.Regex;
import io.sreobservability.maven.logs.Expression.Text;
import io.sreobservability.maven.logs.FieldTest.Kind;
import io.sreobservability.maven.logs.Scope.Made;
import io.sreobservability.maven.logs.Scope.Meaning;
import io.sreobservability.maven.source.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks over the commands of a query in their order and finds out which names are its own. */
final class Resolver {
    private final Scope scope = new Scope();
    private final Origins origins = new Origins(scope);
    private final List<Named> logGroups = new ArrayList<>();
    private final List<Named> fields = new ArrayList<>();
    private final List<Named> lost = new ArrayList<>();
    private final List<FieldTest> tests = new ArrayList<>();
    private final List<OpaqueTest> opaque = new ArrayList<>();

    LogsReferences resolve(List<Command> commands) {
        commands.forEach(this::command);
        return new LogsReferences(logGroups, fields, lost, tests, opaque);
    }

    private void command(Command command) {
        if (command instanceof Source source) {
            logGroups.add(source.logGroup());
        } else if (command instanceof Use use) {
            use.columns().forEach(this::use);
        } else if (command instanceof Stats stats) {
            stats(stats);
        } else if (command instanceof Extract extract) {
            extract(extract);
        }
    }

    /** A pattern takes out nothing where it does not fit: it tests the value that it takes from. */
    private void extract(Extract extract) {
        value(extract.value(), false);
        if (fieldOf(extract.value()).isPresent()) {
            extract.tests().forEach(test -> test(Kind.CONTAINS, extract.value(), test, false));
        } else {
            extract.tests().forEach(test -> opaque(extract.value(), test));
        }
        Made made = new Made(origins.fields(extract.value()), false);
        extract.names().forEach(name -> scope.defineValue(name, made));
    }

    private void use(Column column) {
        value(column.value(), false);
        column.alias().ifPresent(alias -> define(alias, column.value()));
    }

    private void stats(Stats stats) {
        stats.columns().forEach(column -> value(column.value(), false));
        // What the columns stand for is decided by the names before this command.
        List<Runnable> definitions = stats.columns().stream()
                .flatMap(column -> nameOf(column).stream().map(name -> definition(name, column.value())))
                .toList();
        scope.close();
        definitions.forEach(Runnable::run);
    }

    private static Optional<String> nameOf(Column column) {
        if (column.alias().isPresent()) {
            return column.alias();
        }
        if (column.value() instanceof Field field) {
            return Optional.of(field.name().text());
        }
        return column.value() instanceof Call call ? Optional.of(call.text()) : Optional.empty();
    }

    private void define(String name, Expression value) {
        definition(name, value).run();
    }

    private Runnable definition(String name, Expression value) {
        Optional<String> field = fieldOf(value);
        if (field.isPresent()) {
            return () -> scope.defineField(name, field.get());
        }
        boolean event = value instanceof Call call
                && call.function().equals("jsonparse")
                && call.arguments().size() == 1
                && fieldOf(call.arguments().get(0)).equals(Optional.of("@message"));
        Made made = origins.made(value);
        return event ? () -> scope.defineEvent(name) : () -> scope.defineValue(name, made);
    }

    private void value(Expression expression, boolean excluded) {
        if (expression instanceof Field field) {
            field(field.name());
        } else if (expression instanceof Not not) {
            value(not.condition(), !excluded);
        } else if (expression instanceof Items items) {
            items.items().forEach(item -> value(item, excluded));
        } else if (expression instanceof Operation operation) {
            operation(operation, excluded);
        } else if (expression instanceof Call call && !scope.defines(call.text())) {
            call.arguments().forEach(argument -> value(argument, excluded));
            if (call.function().equals("strcontains") && call.arguments().size() == 2) {
                compare(Kind.CONTAINS, call.arguments().get(0), call.arguments().get(1), excluded);
            }
        }
    }

    private void operation(Operation operation, boolean excluded) {
        value(operation.left(), excluded);
        value(operation.right(), excluded);
        switch (operation.operator()) {
            case "=", "in" -> compare(Kind.EQUALS, operation.left(), operation.right(), excluded);
            case "like", "=~" -> compare(Kind.CONTAINS, operation.left(), operation.right(), excluded);
            case "<", "<=", ">", ">=" -> opaque(operation.left(), operation.right());
            default -> {} // the other operators compare nothing
        }
    }

    private void compare(Kind kind, Expression left, Expression right, boolean excluded) {
        if (fieldOf(left).isPresent() && isConstant(right)) {
            test(kind, left, right, excluded);
        } else if (kind == Kind.EQUALS && fieldOf(right).isPresent() && isConstant(left)) {
            test(kind, right, left, excluded);
        } else {
            opaque(left, right);
        }
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Items items
                ? items.items().stream().allMatch(Resolver::isConstant)
                : expression instanceof Text || expression instanceof Regex || expression instanceof Constant;
    }

    /** A text of the query on one of the sides, or in one of them, decides about a field in a way that is not followed. */
    private void opaque(Expression left, Expression right) {
        Stream.of(right, left)
                .flatMap(side -> origins.text(side).stream())
                .findFirst()
                .ifPresent(place -> Stream.of(left, right)
                        .flatMap(side -> origins.fields(side).stream())
                        .distinct()
                        .forEach(field -> opaque.add(new OpaqueTest(field, place))));
    }

    private void test(Kind kind, Expression tested, Expression constant, boolean excluded) {
        Optional<String> field = fieldOf(tested);
        if (field.isEmpty()) {
            return;
        }
        if (constant instanceof Items items) {
            items.items().forEach(item -> test(kind, tested, item, excluded));
        } else if (constant instanceof Text text) {
            tests.add(new FieldTest(field.get(), kind, text.value(), excluded));
        } else if (constant instanceof Regex regex) {
            tests.add(new FieldTest(field.get(), Kind.MATCHES, regex.pattern(), excluded));
        }
    }

    private void field(Named name) {
        Meaning meaning = scope.meaning(name.text());
        if (meaning instanceof Meaning.Event event) {
            fields.add(new Named(event.field(), name.place()));
        } else if (meaning instanceof Meaning.Lost) {
            lost.add(name);
        }
    }

    /** The field of the log events that an expression is, and not merely contains. */
    private Optional<String> fieldOf(Expression expression) {
        return expression instanceof Field field && scope.meaning(field.name().text()) instanceof Meaning.Event event
                ? Optional.of(event.field())
                : Optional.empty();
    }
}
