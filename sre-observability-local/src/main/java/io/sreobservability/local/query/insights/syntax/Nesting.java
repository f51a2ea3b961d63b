package io.sreobservability.local.query.insights.syntax;

import static io.sreobservability.local.query.insights.grammar.InsightsLexer.COMMA;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.LBRACKET;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.LPAREN;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.NAME;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.NUMBER;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.PIPE;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.QUOTED_NAME;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.RBRACKET;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.RPAREN;
import static io.sreobservability.local.query.insights.grammar.InsightsLexer.STRING;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Bounds how deep expressions can be before they are parsed, since parser and evaluation recurse: levels of brackets, and
 * operators in one command.
 */
final class Nesting {
    private static final int MOST_LEVELS = 50;
    private static final int MOST_OPERATORS = 500;
    private static final Set<Integer> OPERANDS = Set.of(NAME, QUOTED_NAME, STRING, NUMBER, COMMA);

    private Nesting() {}

    static void check(List<Token> tokens) {
        int level = 0;
        int operators = 0;
        for (Token token : tokens) {
            int type = token.getType();
            if (type == PIPE) {
                operators = 0;
            } else if (type == LPAREN || type == LBRACKET) {
                level++;
            } else if (type == RPAREN || type == RBRACKET) {
                level--;
            } else if (!OPERANDS.contains(type)) {
                operators++;
            }
            if (level > MOST_LEVELS) {
                throw new SyntaxProblem(token, "more than " + MOST_LEVELS + " levels of brackets");
            }
            if (operators > MOST_OPERATORS) {
                throw new SyntaxProblem(token, "more than " + MOST_OPERATORS + " operators in one command");
            }
        }
    }
}
