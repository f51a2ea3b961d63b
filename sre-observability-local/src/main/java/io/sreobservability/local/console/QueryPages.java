package io.sreobservability.local.console;

import io.sreobservability.local.query.insights.LogGroups;
import io.sreobservability.local.query.insights.LogsInsights;
import io.sreobservability.local.query.insights.UnknownLogGroupException;
import io.sreobservability.local.query.insights.syntax.MalformedQueryException;
import io.sreobservability.local.store.QueryDefinition;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.QueryString;
import io.sreobservability.local.wire.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the page about queries shows: the saved ones, and the answer to one. */
final class QueryPages {
    private final TelemetryStore store;
    private final Clock clock;
    private final LogsInsights insights;
    private final LogGroups groups;

    QueryPages(TelemetryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.insights = new LogsInsights(store);
        this.groups = new LogGroups(store);
    }

    record SavedQueries(List<Saved> queries, List<String> groups) {}

    record Saved(String name, String query, List<String> groups) {
        static Saved of(QueryDefinition definition) {
            return new Saved(definition.name(), definition.queryString(), definition.logGroupNames());
        }
    }

    /**
     * The answer to a query.
     *
     * @param table null if it was not understood
     * @param problem null if it was
     */
    record Answer(
            WidgetView.@Nullable Table table, @Nullable Problem problem) {}

    /** What is wrong with a query, and where: characters from its start. */
    record Problem(String message, int start, int end) {}

    SavedQueries saved(Request request) throws HttpProblem {
        request.query().only(Set.of());
        return new SavedQueries(
                store.queryDefinitions().all().stream().map(Saved::of).toList(), List.copyOf(groups.names()));
    }

    /** Runs {@code query} over the log group {@code group}. */
    Answer run(Request request) throws HttpProblem {
        QueryString parameters = request.query().only(Set.of("query", "group", "range"));
        String query = Objects.requireNonNullElse(parameters.get("query"), "");
        String group = parameters.get("group");
        TimeRange range = TimeRange.until(clock.instant(), parameters.get("range"), store);
        try {
            return new Answer(
                    WidgetView.Table.of(
                            insights.run(query, group == null ? List.of() : List.of(group), range.from(), range.to())),
                    null);
        } catch (MalformedQueryException e) {
            return new Answer(null, new Problem(e.message(), e.start(), e.end()));
        } catch (UnknownLogGroupException e) {
            return new Answer(null, new Problem(e.message(), 0, 0));
        }
    }
}
