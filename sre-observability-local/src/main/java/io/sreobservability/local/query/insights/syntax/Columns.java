package io.sreobservability.local.query.insights.syntax;

import io.sreobservability.local.query.insights.command.Column;
import io.sreobservability.local.query.insights.grammar.InsightsParser;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;

/** Reads lists of columns. */
final class Columns {
    private Columns() {}

    static List<Column> of(List<InsightsParser.ColumnContext> contexts, ExpressionBuilder builder) {
        return contexts.stream()
                .map(context -> new Column(name(context), builder.visit(context.expression())))
                .toList();
    }

    private static String name(InsightsParser.ColumnContext context) {
        if (context.alias() != null) {
            return Literals.name(context.alias().start);
        }
        return context.expression() instanceof InsightsParser.FieldContext field
                ? Literals.name(field.start)
                : source(context.expression());
    }

    /** As it stands in the query. */
    private static String source(ParserRuleContext context) {
        Interval interval = Interval.of(context.start.getStartIndex(), context.stop.getStopIndex());
        return context.start.getInputStream().getText(interval);
    }
}
