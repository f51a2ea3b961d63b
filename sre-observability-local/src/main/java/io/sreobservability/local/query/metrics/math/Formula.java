package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.grammar.MetricMathLexer;
import io.sreobservability.local.query.metrics.grammar.MetricMathParser;
import io.sreobservability.local.query.metrics.grammar.Words;
import org.antlr.v4.runtime.CharStreams;

/** An expression of metric math. */
public final class Formula {
    private final MetricMathParser.ExpressionContext expression;

    private Formula(MetricMathParser.ExpressionContext expression) {
        this.expression = expression;
    }

    /** Reads an expression; throws ANTLR's {@code ParseCancellationException} if it is none. */
    public static Formula parse(String text) {
        MetricMathParser parser = new MetricMathParser(Words.of(new MetricMathLexer(CharStreams.fromString(text))));
        Words.endAtFirstError(parser);
        return new Formula(parser.formula().expression());
    }

    /** Its value; throws {@code ParseCancellationException} if it uses what is not supported, or not there. */
    public MathValue evaluate(MathScope scope) {
        return new Evaluator(scope).visit(expression);
    }
}
