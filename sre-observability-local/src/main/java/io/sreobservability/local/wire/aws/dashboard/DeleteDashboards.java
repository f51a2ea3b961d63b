package io.sreobservability.local.wire.aws.dashboard;

import io.sreobservability.local.store.DashboardStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Deletes dashboards, all that are named or none. */
final class DeleteDashboards implements AwsOperation {
    private final DashboardStore store;

    DeleteDashboards(DashboardStore store) {
        this.store = store;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "DeleteDashboards";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        Set<String> names = new TreeSet<>(parameters.texts("DashboardNames"));
        if (names.isEmpty()) {
            throw new AwsError(AwsErrorCode.MISSING_PARAMETER, "The parameter DashboardNames is required.");
        }
        if (!store.delete(names)) {
            throw DashboardOperations.notFound(
                    "One or more of the dashboards " + String.join(", ", names) + " do not exist; none was deleted.");
        }
        return Map.of();
    }
}
