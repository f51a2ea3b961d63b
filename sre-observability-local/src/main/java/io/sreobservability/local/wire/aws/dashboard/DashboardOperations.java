package io.sreobservability.local.wire.aws.dashboard;

import io.sreobservability.local.store.DashboardStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Clock;
import java.util.List;

/** The four operations on dashboards, and what they share. */
public final class DashboardOperations {
    private DashboardOperations() {}

    public static List<AwsOperation> of(DashboardStore store, Clock clock) {
        return List.of(
                new PutDashboard(store, clock),
                new GetDashboard(store),
                new ListDashboards(store),
                new DeleteDashboards(store));
    }

    /** The name a dashboard goes by outside its account; dashboards belong to no region. */
    static String arn(String name) {
        return "arn:aws:cloudwatch::000000000000:dashboard/" + name;
    }

    static String requiredName(Parameters parameters) throws AwsError {
        String name = parameters
                .text("DashboardName")
                .orElseThrow(
                        () -> new AwsError(AwsErrorCode.MISSING_PARAMETER, "The parameter DashboardName is required."));
        if (!name.matches("[A-Za-z0-9_-]{1,255}")) {
            throw new AwsError(
                    AwsErrorCode.INVALID_PARAMETER_VALUE,
                    "The parameter DashboardName must be 1 to 255 letters, digits, dashes (-) and underscores (_).");
        }
        return name;
    }

    static AwsError notFound(String what) {
        return new AwsError(AwsErrorCode.DASHBOARD_NOT_FOUND, what);
    }
}
