package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.grammar.MetricMathBaseVisitor;
import io.sreobservability.local.query.metrics.grammar.MetricMathParser;
import io.sreobservability.local.query.metrics.math.MathValue.Scalar;
import io.sreobservability.local.query.metrics.math.MathValue.Series;
import io.sreobservability.local.query.metrics.math.MathValue.SeriesList;
import io.sreobservability.local.query.metrics.math.MathValue.Text;
import io.sreobservability.local.query.metrics.math.MathValue.Word;
import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Computes an expression. */
final class Evaluator extends MetricMathBaseVisitor<MathValue> {
    private final MathScope scope;

    Evaluator(MathScope scope) {
        this.scope = scope;
    }

    @Override
    public MathValue visitParentheses(MetricMathParser.ParenthesesContext context) {
        return visit(context.expression());
    }

    @Override
    public MathValue visitList(MetricMathParser.ListContext context) {
        List<TimeSeries> all = new ArrayList<>();
        for (MetricMathParser.ExpressionContext element : context.expression()) {
            MathValue value = visit(element);
            if (value instanceof Series series) {
                all.add(series.series());
            } else if (value instanceof SeriesList list) {
                all.addAll(list.all());
            } else {
                throw new ParseCancellationException("a list can hold time series only");
            }
        }
        return new SeriesList(all);
    }

    @Override
    public MathValue visitCall(MetricMathParser.CallContext context) {
        List<MathValue> arguments =
                context.expression().stream().map(this::visit).toList();
        return MathFunctions.call(context.FUNCTION().getText(), arguments, scope);
    }

    @Override
    public MathValue visitWord(MetricMathParser.WordContext context) {
        return new Word(context.getText());
    }

    @Override
    public MathValue visitText(MetricMathParser.TextContext context) {
        String text = context.getText();
        return new Text(text.substring(1, text.length() - 1).replaceAll("(?s)\\\\(.)", "$1"));
    }

    @Override
    public MathValue visitNumber(MetricMathParser.NumberContext context) {
        return new Scalar(Double.parseDouble(context.getText()));
    }

    @Override
    public MathValue visitReference(MetricMathParser.ReferenceContext context) {
        return scope.reference(context.getText());
    }

    @Override
    public MathValue visitNegative(MetricMathParser.NegativeContext context) {
        return Elementwise.apply((zero, value) -> -value, new Scalar(0), visit(context.expression()));
    }

    @Override
    public MathValue visitOperation(MetricMathParser.OperationContext context) {
        return Elementwise.apply(
                Elementwise.operator(context.operator.getType()),
                visit(context.expression(0)),
                visit(context.expression(1)));
    }
}
