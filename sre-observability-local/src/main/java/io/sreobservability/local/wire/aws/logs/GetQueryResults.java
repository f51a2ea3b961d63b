package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.query.insights.InsightsResult;
import io.sreobservability.local.query.insights.InsightsResult.ResultRow;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a query, which is always complete. */
final class GetQueryResults implements AwsOperation {
    private final QueryRuns runs;

    GetQueryResults(QueryRuns runs) {
        this.runs = runs;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "GetQueryResults";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        InsightsResult found = QueryOperations.run(runs, parameters);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("queryLanguage", "CWLI");
        result.put(
                "results",
                found.rows().stream().map(row -> fields(found.columns(), row)).toList());
        result.put("statistics", statistics(found.statistics()));
        result.put("status", "Complete");
        return result;
    }

    /** A row is a list of its fields; what it does not have is not in it. */
    private static List<Map<String, Object>> fields(List<String> columns, ResultRow row) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.values().get(i);
            if (value != null) {
                fields.add(field(columns.get(i), value));
            }
        }
        if (row.pointer() != null) {
            fields.add(field("@ptr", row.pointer()));
        }
        return fields;
    }

    private static Map<String, Object> field(String name, String value) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("field", name);
        field.put("value", value);
        return field;
    }

    private static Map<String, Object> statistics(InsightsResult.Statistics statistics) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("recordsMatched", (double) statistics.recordsMatched());
        members.put("recordsScanned", (double) statistics.recordsScanned());
        members.put("bytesScanned", (double) statistics.bytesScanned());
        return members;
    }
}
