package io.sreobservability.local.query.metrics.grammar;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** What both parsers need: bounds on what is parsed, since parsers recurse, and an end at the first error. */
public final class Words {
    private static final int MOST_WORDS = 1_000;
    private static final int MOST_LEVELS = 50;
    private static final int MOST_SIGNS = 50;

    private Words() {}

    /** The words of a text; throws {@link ParseCancellationException} if they are too many, or nest too deeply. */
    public static CommonTokenStream of(Lexer lexer) {
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        if (tokens.size() > MOST_WORDS) {
            throw new ParseCancellationException("more than " + MOST_WORDS + " words and signs");
        }
        int level = 0;
        int signs = 0;
        for (Token token : tokens.getTokens()) {
            String text = token.getText();
            level += "([".contains(text) ? 1 : 0;
            level -= ")]".contains(text) ? 1 : 0;
            signs = "-^NOT".contains(text) ? signs + 1 : signs;
            if (level > MOST_LEVELS || signs > MOST_SIGNS) {
                throw new ParseCancellationException("more than " + MOST_LEVELS + " levels of brackets or signs");
            }
        }
        return tokens;
    }

    /** Makes {@code parser} throw {@link ParseCancellationException} at the first error. */
    public static void endAtFirstError(Parser parser) {
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object offendingSymbol,
                    int line,
                    int position,
                    String message,
                    RecognitionException cause) {
                String found = ((Token) offendingSymbol).getType() == Token.EOF
                        ? "unexpected end"
                        : "unexpected \"" + ((Token) offendingSymbol).getText() + "\"";
                throw new ParseCancellationException(found + " at position " + (position + 1));
            }
        });
    }
}
