package io.sreobservability.local.query.insights.syntax;

import com.google.re2j.Pattern;
import io.sreobservability.local.query.insights.command.AddColumns;
import io.sreobservability.local.query.insights.command.Command;
import io.sreobservability.local.query.insights.command.Dedup;
import io.sreobservability.local.query.insights.command.Filter;
import io.sreobservability.local.query.insights.command.Limit;
import io.sreobservability.local.query.insights.command.Parse;
import io.sreobservability.local.query.insights.command.Sort;
import io.sreobservability.local.query.insights.grammar.InsightsParser;
import io.sreobservability.local.query.insights.grammar.InsightsParserBaseVisitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes commands. */
final class CommandBuilder extends InsightsParserBaseVisitor<Command> {
    static final int MOST_ROWS = 100_000;
    private static final int MOST_DIGITS = 9;

    private final ExpressionBuilder expressions = new ExpressionBuilder();

    @Override
    public Command visitFields(InsightsParser.FieldsContext context) {
        return new AddColumns(Columns.of(context.column(), expressions), false);
    }

    @Override
    public Command visitDisplay(InsightsParser.DisplayContext context) {
        return new AddColumns(Columns.of(context.column(), expressions), true);
    }

    @Override
    public Command visitFilter(InsightsParser.FilterContext context) {
        return new Filter(expressions.visit(context.expression()));
    }

    @Override
    public Command visitStats(InsightsParser.StatsContext context) {
        return StatsBuilder.build(context);
    }

    @Override
    public Command visitSort(InsightsParser.SortContext context) {
        return new Sort(context.sortKey().stream()
                .map(key -> new Sort.Key(expressions.visit(key.expression()), key.DESC() != null))
                .toList());
    }

    @Override
    public Command visitLimit(InsightsParser.LimitContext context) {
        String number = context.NUMBER().getText();
        int rows = number.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(number) : 0;
        if (rows < 1 || rows > MOST_ROWS) {
            throw new SyntaxProblem(
                    context.NUMBER().getSymbol(),
                    "limit must be a whole number from 1 to " + MOST_ROWS + ", found " + number);
        }
        return new Limit(rows);
    }

    @Override
    public Command visitDedup(InsightsParser.DedupContext context) {
        return new Dedup(
                context.name().stream().map(name -> Literals.name(name.start)).toList());
    }

    @Override
    public Command visitParse(InsightsParser.ParseContext context) {
        String field = Literals.name(context.name().start);
        return context.PATTERN() == null ? parseGlob(field, context) : parseRegex(field, context);
    }

    private static Command parseRegex(String field, InsightsParser.ParseContext context) {
        Pattern pattern = Literals.pattern(context.PATTERN().getSymbol());
        List<Parse.Part> parts = pattern.namedGroups().entrySet().stream()
                .map(group -> new Parse.Part(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(Parse.Part::group))
                .toList();
        if (parts.isEmpty()) {
            throw new SyntaxProblem(
                    context.PATTERN().getSymbol(),
                    "parse needs a named group, such as (?<code>[0-9]+), in the pattern");
        }
        return new Parse(field, pattern, parts);
    }

    /** Stars stand for as little text as possible, the last one at the end of the pattern for all the rest. */
    private static Command parseGlob(String field, InsightsParser.ParseContext context) {
        List<String> fixed = List.of(Literals.text(context.STRING().getSymbol()).split("\\*", -1));
        List<Parse.Part> parts = new ArrayList<>();
        context.alias().forEach(alias -> parts.add(new Parse.Part(Literals.name(alias.start), parts.size() + 1)));
        if (fixed.size() - 1 != parts.size()) {
            throw new SyntaxProblem(
                    context.STRING().getSymbol(),
                    "the pattern has " + (fixed.size() - 1) + " stars for " + parts.size() + " names");
        }
        String end = fixed.get(fixed.size() - 1).isEmpty() ? "$" : "";
        String regex = fixed.stream().map(Pattern::quote).collect(Collectors.joining("(.*?)", "(?s)", end));
        return new Parse(field, Pattern.compile(regex), parts);
    }

    @Override
    public Command visitUnknownCommand(InsightsParser.UnknownCommandContext context) {
        String known = Stream.of(
                        InsightsParser.SOURCE,
                        InsightsParser.FIELDS,
                        InsightsParser.DISPLAY,
                        InsightsParser.FILTER,
                        InsightsParser.STATS,
                        InsightsParser.SORT,
                        InsightsParser.LIMIT,
                        InsightsParser.DEDUP,
                        InsightsParser.PARSE)
                .map(type -> InsightsParser.VOCABULARY.getLiteralName(type).replace("'", ""))
                .collect(Collectors.joining(", "));
        throw new SyntaxProblem(
                context.start,
                "the command " + context.NAME().getText() + " is not supported; this stand-in has " + known
                        + ". It stands");
    }
}
