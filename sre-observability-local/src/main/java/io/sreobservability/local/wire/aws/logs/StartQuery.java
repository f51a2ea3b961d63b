package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.query.insights.InsightsResult;
import io.sreobservability.local.query.insights.LogsInsights;
import io.sreobservability.local.query.insights.UnknownLogGroupException;
import io.sreobservability.local.query.insights.syntax.MalformedQueryException;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a Logs Insights query. */
final class StartQuery implements AwsOperation {
    private static final int MOST_ROWS = 10_000;
    private static final double LATEST_SECOND = 253_402_300_799.0; // The year 9999.

    private final LogsInsights insights;
    private final QueryRuns runs;

    StartQuery(LogsInsights insights, QueryRuns runs) {
        this.insights = insights;
        this.runs = runs;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "StartQuery";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String language = QueryDefinitionOperations.language(parameters).orElse("CWLI");
        if (!language.equals("CWLI")) {
            throw QueryDefinitionOperations.invalid(
                    "This stand-in runs queries in CWLI only, not in " + language + ".");
        }
        String query = parameters
                .text("queryString")
                .orElseThrow(() -> QueryDefinitionOperations.invalid("queryString is required."));
        Instant from = time(parameters, "startTime");
        Instant to = time(parameters, "endTime");
        if (to.isBefore(from)) {
            throw QueryDefinitionOperations.invalid("endTime must not be before startTime.");
        }
        InsightsResult result = result(query, groups(parameters), from, to.plusMillis(999));
        return Map.of("queryId", runs.add(first(result, limit(parameters))));
    }

    private InsightsResult result(String query, List<String> groups, Instant from, Instant to) throws AwsError {
        try {
            return insights.run(query, groups, from, to);
        } catch (MalformedQueryException e) {
            throw new AwsError(AwsErrorCode.LOGS_MALFORMED_QUERY, e.message(), compileError(e));
        } catch (UnknownLogGroupException e) {
            throw new AwsError(AwsErrorCode.LOGS_NOT_FOUND, e.message());
        }
    }

    private static Map<String, Object> compileError(MalformedQueryException problem) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("startCharOffset", (long) problem.start());
        location.put("endCharOffset", (long) problem.end());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("location", location);
        error.put("message", problem.message());
        return Map.of("queryCompileError", error);
    }

    private static InsightsResult first(InsightsResult result, int limit) {
        return result.rows().size() <= limit
                ? result
                : new InsightsResult(result.columns(), result.rows().subList(0, limit), result.statistics());
    }

    private static List<String> groups(Parameters parameters) throws AwsError {
        List<String> groups = new ArrayList<>(parameters.texts("logGroupNames"));
        parameters.text("logGroupName").ifPresent(groups::add);
        for (String identifier : parameters.texts("logGroupIdentifiers")) {
            groups.add(LogGroupOperations.named(identifier));
        }
        return groups;
    }

    /** Seconds since 1970. */
    private static Instant time(Parameters parameters, String name) throws AwsError {
        double seconds =
                parameters.number(name).orElseThrow(() -> QueryDefinitionOperations.invalid(name + " is required."));
        if (!(seconds >= 0 && seconds <= LATEST_SECOND)) {
            throw QueryDefinitionOperations.invalid(name + " must be seconds since 1970-01-01, in UTC.");
        }
        return Instant.ofEpochSecond((long) seconds);
    }

    private static int limit(Parameters parameters) throws AwsError {
        double limit = parameters.number("limit").orElse(MOST_ROWS);
        if (limit < 1 || limit > MOST_ROWS || limit != Math.rint(limit)) {
            throw QueryDefinitionOperations.invalid("limit must be a whole number from 1 to " + MOST_ROWS + ".");
        }
        return (int) limit;
    }
}
