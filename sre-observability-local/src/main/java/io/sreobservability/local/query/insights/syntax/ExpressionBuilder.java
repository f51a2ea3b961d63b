package io.sreobservability.local.query.insights.syntax;

import io.sreobservability.local.query.insights.expression.Aggregates;
import io.sreobservability.local.query.insights.expression.Arithmetic;
import io.sreobservability.local.query.insights.expression.Comparison;
import io.sreobservability.local.query.insights.expression.Conditions;
import io.sreobservability.local.query.insights.expression.Expression;
import io.sreobservability.local.query.insights.expression.Functions;
import io.sreobservability.local.query.insights.expression.Values;
import io.sreobservability.local.query.insights.grammar.InsightsParser;
import io.sreobservability.local.query.insights.grammar.InsightsParserBaseVisitor;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes expressions on single rows. */
class ExpressionBuilder extends InsightsParserBaseVisitor<Expression> {

    @Override
    public Expression visitParentheses(InsightsParser.ParenthesesContext context) {
        return visit(context.expression());
    }

    @Override
    public Expression visitField(InsightsParser.FieldContext context) {
        return Expression.field(Literals.name(context.name().start));
    }

    @Override
    public Expression visitText(InsightsParser.TextContext context) {
        return Expression.constant(Literals.text(context.start));
    }

    @Override
    public Expression visitNumber(InsightsParser.NumberContext context) {
        return Expression.constant(Values.parsed(context.getText()));
    }

    @Override
    public Expression visitDuration(InsightsParser.DurationContext context) {
        throw new SyntaxProblem(context.start, "unexpected symbol found " + context.getText());
    }

    @Override
    public Expression visitNegative(InsightsParser.NegativeContext context) {
        return Arithmetic.SUBTRACT.of(Expression.constant(0L), visit(context.expression()));
    }

    @Override
    public Expression visitArithmetic(InsightsParser.ArithmeticContext context) {
        Arithmetic operation = switch (context.operator.getType()) {
            case InsightsParser.PLUS -> Arithmetic.ADD;
            case InsightsParser.MINUS -> Arithmetic.SUBTRACT;
            case InsightsParser.STAR -> Arithmetic.MULTIPLY;
            case InsightsParser.SLASH -> Arithmetic.DIVIDE;
            case InsightsParser.PERCENT -> Arithmetic.REMAINDER;
            default -> Arithmetic.POWER;
        };
        return operation.of(visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Expression visitComparison(InsightsParser.ComparisonContext context) {
        Comparison comparison = switch (context.operator.getType()) {
            case InsightsParser.EQ -> Comparison.EQUAL;
            case InsightsParser.NE -> Comparison.NOT_EQUAL;
            case InsightsParser.LT -> Comparison.LESS;
            case InsightsParser.LE -> Comparison.LESS_OR_EQUAL;
            case InsightsParser.GT -> Comparison.GREATER;
            default -> Comparison.GREATER_OR_EQUAL;
        };
        return comparison.of(visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Expression visitLike(InsightsParser.LikeContext context) {
        Expression value = visit(context.expression());
        TerminalNode pattern = context.PATTERN();
        Expression like = pattern == null
                ? Conditions.contains(value, Literals.text(context.stop))
                : Conditions.matches(value, Literals.pattern(pattern.getSymbol()));
        return context.NOT() == null ? like : Conditions.not(like);
    }

    @Override
    public Expression visitIn(InsightsParser.InContext context) {
        List<Expression> all = context.expression().stream().map(this::visit).toList();
        Expression in = Conditions.in(all.get(0), all.subList(1, all.size()));
        return context.NOT() == null ? in : Conditions.not(in);
    }

    @Override
    public Expression visitNot(InsightsParser.NotContext context) {
        return Conditions.not(visit(context.expression()));
    }

    @Override
    public Expression visitAnd(InsightsParser.AndContext context) {
        return Conditions.and(visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Expression visitOr(InsightsParser.OrContext context) {
        return Conditions.or(visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Expression visitCall(InsightsParser.CallContext context) {
        String name = context.NAME().getText();
        if (Aggregates.named(name).isPresent()) {
            return aggregate(context);
        }
        Functions.Function function = Functions.named(name).orElseThrow(() -> unknownFunction(context.start));
        List<InsightsParser.ExpressionContext> given = arguments(context);
        if (given.size() < function.least() || given.size() > function.most()) {
            throw new SyntaxProblem(context.start, "wrong number of arguments of " + name);
        }
        return function.of(Functions.takesPeriod(name) ? withPeriod(given) : all(given));
    }

    /** A function of {@code stats}, which is out of place in any other command. */
    Expression aggregate(InsightsParser.CallContext context) {
        throw new SyntaxProblem(context.start, context.NAME().getText() + " is a function of stats, unexpected here");
    }

    /** The arguments of a call; none for a star. */
    static List<InsightsParser.ExpressionContext> arguments(InsightsParser.CallContext context) {
        InsightsParser.ArgumentsContext arguments = context.arguments();
        return arguments == null ? List.of() : arguments.expression();
    }

    List<Expression> all(List<InsightsParser.ExpressionContext> contexts) {
        return contexts.stream().map(this::visit).toList();
    }

    private List<Expression> withPeriod(List<InsightsParser.ExpressionContext> given) {
        InsightsParser.ExpressionContext last = given.get(given.size() - 1);
        if (!(last instanceof InsightsParser.DurationContext)) {
            throw new SyntaxProblem(last.start, "expected a period such as 5m, found " + last.start.getText());
        }
        Expression period = Expression.constant(Literals.millis(last.start));
        return given.size() == 1 ? List.of(period) : List.of(visit(given.get(0)), period);
    }

    private static SyntaxProblem unknownFunction(Token name) {
        return new SyntaxProblem(
                name,
                "the function " + name.getText() + " is not supported; this stand-in has "
                        + String.join(", ", Functions.names()) + ", and in stats "
                        + String.join(", ", Aggregates.names()) + ". It stands");
    }
}
