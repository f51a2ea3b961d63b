package io.sreobservability.local.wire.aws.dashboard;

import io.sreobservability.local.store.Dashboard;
import io.sreobservability.local.store.DashboardStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Returns one dashboard. */
final class GetDashboard implements AwsOperation {
    private final DashboardStore store;

    GetDashboard(DashboardStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "GetDashboard";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String name = DashboardOperations.requiredName(parameters);
        Dashboard dashboard = store.get(name)
                .orElseThrow(() -> DashboardOperations.notFound("Dashboard " + name + " does not exist."));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("DashboardArn", DashboardOperations.arn(name));
        result.put("DashboardBody", dashboard.body());
        result.put("DashboardName", name);
        return result;
    }
}
