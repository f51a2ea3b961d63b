package io.sreobservability.local.query.insights.syntax;

import static java.util.Objects.requireNonNull;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The first error of the parser ends it: what it would find after having guessed on is of no use to anybody. */
final class FirstProblem extends BaseErrorListener {
    private static final int LONGEST = 40;

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int position,
            String message,
            @Nullable RecognitionException cause) {
        // The lexer has no errors: its last rule takes any character.
        Token token = (Token) requireNonNull(offendingSymbol);
        throw new SyntaxProblem(
                token,
                token.getType() == Token.EOF
                        ? "unexpected end of the query"
                        : "unexpected symbol found " + text(token));
    }

    private static String text(Token token) {
        String text = token.getText();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
