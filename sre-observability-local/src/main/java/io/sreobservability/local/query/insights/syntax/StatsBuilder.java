package io.sreobservability.local.query.insights.syntax;

import io.sreobservability.local.query.insights.command.Column;
import io.sreobservability.local.query.insights.command.Stats;
import io.sreobservability.local.query.insights.expression.Aggregates;
import io.sreobservability.local.query.insights.expression.Aggregates.Aggregate;
import io.sreobservability.local.query.insights.expression.Expression;
import io.sreobservability.local.query.insights.grammar.InsightsParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes {@code stats}. Its columns are arithmetic over aggregates: the aggregates are taken out under names of their own,
 * and the rest is an expression on these.
 */
final class StatsBuilder extends ExpressionBuilder {
    private static final ExpressionBuilder ON_ROWS = new ExpressionBuilder();

    private final Map<String, Aggregate> aggregates = new LinkedHashMap<>();
    private final Set<String> groupNames;

    private StatsBuilder(List<Column> groups) {
        groupNames = groups.stream().map(Column::name).collect(Collectors.toSet());
    }

    static Stats build(InsightsParser.StatsContext context) {
        List<Column> groups = Columns.of(context.groups, ON_ROWS);
        StatsBuilder builder = new StatsBuilder(groups);
        List<Column> columns = Columns.of(context.statistics, builder);
        return new Stats(builder.aggregates, columns, groups);
    }

    @Override
    public Expression visitField(InsightsParser.FieldContext context) {
        String name = Literals.name(context.name().start);
        if (!groupNames.contains(name)) {
            throw new SyntaxProblem(
                    context.start,
                    "in stats, " + name + " must be inside of a function such as max, or after by, unexpected");
        }
        return super.visitField(context);
    }

    @Override
    Expression aggregate(InsightsParser.CallContext context) {
        String key = "#" + aggregates.size(); // No field has such a name: it would be a comment.
        aggregates.put(key, read(context));
        return Expression.field(key);
    }

    private static Aggregate read(InsightsParser.CallContext context) {
        String name = context.NAME().getText();
        List<InsightsParser.ExpressionContext> given = arguments(context);
        boolean star = context.arguments() == null || context.arguments().STAR() != null;
        if (star && name.equalsIgnoreCase("count")) {
            return Aggregates.countRows();
        }
        Aggregates.Definition definition = Aggregates.named(name).orElseThrow();
        if (given.size() != definition.arguments()) {
            throw new SyntaxProblem(context.start, "wrong number of arguments of " + name);
        }
        return definition.of(ON_ROWS.all(given));
    }
}
