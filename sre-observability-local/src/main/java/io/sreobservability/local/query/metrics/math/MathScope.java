package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.statistic.MetricIndex;
import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import io.sreobservability.local.query.metrics.statistic.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression can refer to. */
public interface MathScope {
    /** The value of another query of the request; throws {@code ParseCancellationException} if there is none. */
    MathValue reference(String id);

    /** All queries of the request that name a metric and no expression. */
    List<TimeSeries> metrics();

    /** Where {@code SEARCH} looks. */
    MetricIndex index();

    Window window();

    /** The period of the query that the expression belongs to; null if it names none. */
    @Nullable
    Integer period();
}
