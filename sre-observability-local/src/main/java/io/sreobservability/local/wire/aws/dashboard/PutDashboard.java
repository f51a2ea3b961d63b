package io.sreobservability.local.wire.aws.dashboard;

import io.sreobservability.local.store.Dashboard;
import io.sreobservability.local.store.DashboardStore;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsError.ValidationMessage;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import io.sreobservability.local.wire.aws.AwsOperation;
import io.sreobservability.local.wire.aws.AwsService;
import io.sreobservability.local.wire.aws.Parameters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Saves a dashboard if its body is valid, in place of an older one with the same name. */
final class PutDashboard implements AwsOperation {
    private static final int LISTED_ERRORS = 10;

    private final DashboardStore store;
    private final Clock clock;

    PutDashboard(DashboardStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public AwsService service() {
        return AwsService.CLOUDWATCH;
    }

    @Override
    public String name() {
        return "PutDashboard";
    }

    @Override
    public Map<String, Object> run(Parameters parameters) throws AwsError {
        String name = DashboardOperations.requiredName(parameters);
        String body = parameters
                .text("DashboardBody")
                .orElseThrow(
                        () -> new AwsError(AwsErrorCode.MISSING_PARAMETER, "The parameter DashboardBody is required."));
        Findings findings = DashboardValidator.validate(body);
        if (!findings.errors().isEmpty()) {
            throw invalid(findings.errors());
        }
        if (!store.put(new Dashboard(name, body, clock.instant()))) {
            throw new AwsError(AwsErrorCode.DASHBOARD_LIMIT, "No more dashboards are kept here; delete one first.");
        }
        return Map.of("DashboardValidationMessages", ValidationMessage.asResult(findings.warnings()));
    }

    private static AwsError invalid(List<ValidationMessage> errors) {
        String listed = errors.stream()
                .limit(LISTED_ERRORS)
                .map(error -> error.dataPath() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return new AwsError(
                AwsErrorCode.DASHBOARD_INVALID,
                "The dashboard body is invalid, there are " + errors.size() + " validation errors. " + listed,
                Map.of("dashboardValidationMessages", ValidationMessage.asResult(errors)));
    }
}
