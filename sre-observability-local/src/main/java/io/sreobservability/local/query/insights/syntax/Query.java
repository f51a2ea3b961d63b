package io.sreobservability.local.query.insights.syntax;

import io.sreobservability.local.query.insights.command.Command;
import io.sreobservability.local.query.insights.command.Limit;
import io.sreobservability.local.query.insights.grammar.InsightsLexer;
import io.sreobservability.local.query.insights.grammar.InsightsParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/**
 * A query that can be run.
 *
 * @param sources the log groups that it names itself
 */
public record Query(List<String> sources, List<Command> commands) {
    /** Characters that CloudWatch takes. */
    private static final int LONGEST = 10_000;

    public Query {
        sources = List.copyOf(sources);
        commands = List.copyOf(commands);
    }

    /** Whether it says itself how many rows it wants at most. */
    public boolean limited() {
        return commands.stream().anyMatch(Limit.class::isInstance);
    }

    /** Reads a query. */
    public static Query parse(String text) throws MalformedQueryException {
        if (text.length() > LONGEST) {
            throw new MalformedQueryException(
                    "the query has " + text.length() + " characters, at most " + LONGEST + " are taken",
                    LONGEST,
                    text.length());
        }
        try {
            return read(text);
        } catch (SyntaxProblem problem) {
            throw problem.toException();
        }
    }

    private static Query read(String text) {
        InsightsLexer lexer = new InsightsLexer(CharStreams.fromString(text));
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Nesting.check(tokens.getTokens());
        InsightsParser parser = new InsightsParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstProblem());
        CommandBuilder builder = new CommandBuilder();
        List<String> sources = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        for (InsightsParser.CommandContext context : parser.query().command()) {
            if (!(context instanceof InsightsParser.SourceContext source)) {
                commands.add(builder.visit(context));
            } else if (commands.isEmpty()) {
                sources.add(Literals.text(source.STRING().getSymbol()));
            } else {
                throw new SyntaxProblem(source.start, "SOURCE must come first, found");
            }
        }
        return new Query(sources, commands);
    }
}
