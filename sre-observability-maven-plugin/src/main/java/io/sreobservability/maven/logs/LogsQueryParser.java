package io.sreobservability.maven.logs;

import io.sreobservability.maven.logs.Command.Column;
import io.sreobservability.maven.logs.Command.Extract;
import io.sreobservability.maven.logs.Command.Source;
import io.sreobservability.maven.logs.Command.Stats;
import io.sreobservability.maven.logs.Command.Use;
import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.Scanner;
import io.sreobservability.maven.source.SourceText;
import io.sreobservability.maven.source.UnreadableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a query of Logs Insights QL: commands between bars, as "CloudWatch Logs Insights language query syntax" of the
 * CloudWatch Logs user guide describes them. A command that it does not know is an error, never skipped.
 */
final class LogsQueryParser {
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z]+");
    private static final Pattern ALIAS = Pattern.compile("@?[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    private final Scanner scanner;
    private final ExpressionParser expressions;

    private LogsQueryParser(SourceText query) {
        scanner = Scanner.withComments(query);
        expressions = new ExpressionParser(scanner);
    }

    static List<Command> parse(SourceText query) throws UnreadableTextException {
        LogsQueryParser parser = new LogsQueryParser(query);
        List<Command> commands = new ArrayList<>();
        do {
            parser.command().ifPresent(commands::add);
        } while (parser.scanner.takes("|"));
        if (!parser.scanner.atEnd()) {
            throw parser.scanner.expected("\"|\" or the end of the query");
        }
        return commands;
    }

    private Optional<Command> command() throws UnreadableTextException {
        Named name = scanner.take(COMMAND).orElseThrow(() -> scanner.expected("a command"));
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "source" -> Optional.of(source());
            case "fields", "display", "unmask", "pattern", "dedup" -> Optional.of(new Use(columns()));
            case "sort" -> Optional.of(sort());
            case "filter", "filterindex" ->
                Optional.of(new Use(List.of(new Column(expressions.expression(), Optional.empty()))));
            case "stats" -> Optional.of(stats());
            case "parse" -> Optional.of(parseCommand());
            case "unnest" -> Optional.of(unnest());
            case "limit" -> limit();
            case "anomaly", "diff" -> withoutNames();
            default ->
                throw new UnreadableTextException(
                        name.place(), "the command \"" + name.text() + "\" is not one that this check knows");
        };
    }

    private Source source() throws UnreadableTextException {
        return new Source(expressions.text().orElseThrow(() -> scanner.expected("a log group in quotes")));
    }

    private List<Column> columns() throws UnreadableTextException {
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(new Column(expressions.expression(), alias()));
        } while (scanner.takes(","));
        return columns;
    }

    private Optional<String> alias() throws UnreadableTextException {
        return scanner.takesWord("as") ? Optional.of(newName()) : Optional.empty();
    }

    private String newName() throws UnreadableTextException {
        Optional<SourceText> quoted = scanner.takeQuoted('`');
        return quoted.isPresent()
                ? quoted.get().text()
                : scanner.take(ALIAS)
                        .orElseThrow(() -> scanner.expected("a name"))
                        .text();
    }

    private Use sort() throws UnreadableTextException {
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(new Column(expressions.expression(), Optional.empty()));
            if (!scanner.takesWord("desc")) {
                scanner.takesWord("asc");
            }
        } while (scanner.takes(","));
        return new Use(columns);
    }

    private Stats stats() throws UnreadableTextException {
        List<Column> columns = columns();
        if (scanner.takesWord("by")) {
            columns.addAll(columns());
        }
        return new Stats(columns);
    }

    private Extract parseCommand() throws UnreadableTextException {
        // Not any expression: the slash of a pattern would be a division.
        Expression value = new Expression.Field(expressions.name());
        Optional<Named> regex = expressions.regex();
        if (regex.isPresent()) {
            return new Extract(
                    value,
                    List.of(new Expression.Regex(regex.get())),
                    groups(regex.get().text()));
        }
        Named pattern = expressions.text().orElseThrow(() -> scanner.expected("a pattern in quotes or slashes"));
        scanner.expectWord("as");
        return new Extract(value, fixedParts(pattern), newNames());
    }

    /** What stands between the stars of a pattern: each has to be somewhere in the value. */
    private static List<Expression> fixedParts(Named pattern) {
        return Stream.of(pattern.text().split("\\*", -1))
                .filter(part -> !part.isEmpty())
                .<Expression>map(part -> new Expression.Text(new Named(part, pattern.place())))
                .toList();
    }

    private Extract unnest() throws UnreadableTextException {
        Expression value = expressions.expression();
        scanner.expectWord("into");
        return new Extract(value, List.of(), List.of(newName()));
    }

    private List<String> newNames() throws UnreadableTextException {
        List<String> names = new ArrayList<>();
        do {
            names.add(newName());
        } while (scanner.takes(","));
        return names;
    }

    private static List<String> groups(String regex) {
        Matcher groups = GROUP.matcher(regex);
        return groups.results().map(group -> group.group(1)).toList();
    }

    private Optional<Command> limit() throws UnreadableTextException {
        if (scanner.take(NUMBER).isEmpty()) {
            throw scanner.expected("a number");
        }
        return Optional.empty();
    }

    /** {@code diff previousDay}, {@code anomaly}: words of the language, no names. */
    private Optional<Command> withoutNames() {
        scanner.take(COMMAND);
        return Optional.empty();
    }
}
