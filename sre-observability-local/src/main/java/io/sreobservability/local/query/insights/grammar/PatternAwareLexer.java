package io.sreobservability.local.query.insights.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/** Knows where a slash begins a regular expression: after {@code like} and {@code =~}, and anywhere in {@code parse}. */
public abstract class PatternAwareLexer extends Lexer {
    private int previous = InsightsLexer.PIPE;
    private boolean inParse;

    protected PatternAwareLexer(CharStream input) {
        super(input);
    }

    @Override
    public void emit(Token token) {
        if (token.getType() == InsightsLexer.PIPE) {
            inParse = false;
        } else if (token.getType() == InsightsLexer.PARSE && previous == InsightsLexer.PIPE) {
            inParse = true;
        }
        previous = token.getType();
        super.emit(token);
    }

    /** Asked by the grammar. */
    protected final boolean patternExpected() {
        return inParse || previous == InsightsLexer.LIKE || previous == InsightsLexer.MATCHES;
    }
}
