package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.query.insights.LogGroups;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a log group's events, and in how many percent of them each is: the way to check the path of a field. */
final class GetLogGroupFields implements AwsOperation {
    private final LogGroups groups;

    GetLogGroupFields(LogGroups groups) {
        this.groups = groups;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "GetLogGroupFields";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String name = parameters.text("logGroupName").orElse("");
        String group =
                LogGroupOperations.named(parameters.text("logGroupIdentifier").orElse(name));
        if (!groups.exists(group)) {
            throw new AwsError(AwsErrorCode.LOGS_NOT_FOUND, "The specified log group does not exist.");
        }
        int events = groups.size(group);
        List<Map<String, Object>> fields = new ArrayList<>();
        groups.fields(group).forEach((field, count) -> fields.add(members(field, 100L * count / events)));
        return Map.of("logGroupFields", fields);
    }

    private static Map<String, Object> members(String field, long percent) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", field);
        members.put("percent", percent);
        return members;
    }
}
