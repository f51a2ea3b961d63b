package io.sreobservability.local.query.insights.syntax;

import java.io.Serial;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Ends parsing at once: ANTLR's interfaces declare no checked exceptions. */
final class SyntaxProblem extends ParseCancellationException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Token token;

    /** A problem at {@code token}; {@code what} reads on with "at line 1 and position 1". */
    SyntaxProblem(Token token, String what) {
        super(what);
        this.token = token;
    }

    MalformedQueryException toException() {
        String where = " at line " + token.getLine() + " and position " + (token.getCharPositionInLine() + 1);
        int start = token.getStartIndex();
        return new MalformedQueryException(getMessage() + where, start, Math.max(start, token.getStopIndex() + 1));
    }
}
