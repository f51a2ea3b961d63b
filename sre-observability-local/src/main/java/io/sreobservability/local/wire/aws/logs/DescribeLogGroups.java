package io.sreobservability.local.wire.aws.logs;

import io.sreobservability.local.query.insights.LogGroups;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists log groups page by page; a page's token is the number of groups before it. */
final class DescribeLogGroups implements AwsOperation {
    private static final int MAX_RESULTS = 50;

    private final LogGroups groups;

    DescribeLogGroups(LogGroups groups) {
        this.groups = groups;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public String name() {
        return "DescribeLogGroups";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String prefix = parameters.text("logGroupNamePrefix").orElse("");
        String pattern = parameters.text("logGroupNamePattern").orElse("").toLowerCase(Locale.ROOT);
        List<String> found = groups.names().stream()
                .filter(group -> group.startsWith(prefix))
                .filter(group -> group.toLowerCase(Locale.ROOT).contains(pattern))
                .toList();
        return Pages.page(
                parameters,
                "limit",
                MAX_RESULTS,
                "logGroups",
                found.stream().map(DescribeLogGroups::members).toList());
    }

    private static Map<String, Object> members(String group) {
        String arn = "arn:aws:logs:us-east-1:" + LogGroups.ACCOUNT + ":log-group:" + group;
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("logGroupName", group);
        members.put("arn", arn + ":*");
        members.put("logGroupArn", arn);
        members.put("logGroupClass", "STANDARD");
        return members;
    }
}
