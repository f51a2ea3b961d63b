package io.sreobservability.local.wire.aws.dashboard;

import io.sreobservability.local.store.Dashboard;
import io.sreobservability.local.store.DashboardStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists dashboards, all on one page, which AWS would fill with up to 1,000, more than are kept here. */
final class ListDashboards implements AwsOperation {
    private final DashboardStore store;

    ListDashboards(DashboardStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "ListDashboards";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String prefix = parameters.text("DashboardNamePrefix").orElse("");
        return Map.of(
                "DashboardEntries",
                store.all().stream()
                        .filter(dashboard -> dashboard.name().startsWith(prefix))
                        .map(ListDashboards::entry)
                        .toList());
    }

    private static Map<String, Object> entry(Dashboard dashboard) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("DashboardName", dashboard.name());
        entry.put("DashboardArn", DashboardOperations.arn(dashboard.name()));
        entry.put("LastModified", dashboard.lastModified());
        entry.put("Size", (long) dashboard.body().getBytes(StandardCharsets.UTF_8).length);
        return entry;
    }
}
