package io.sreobservability.sreagent.deploy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueryDefinitionsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;

/** Makes the calls. Doing it twice changes nothing: a dashboard and a query replace the ones of the same name. */
public final class DashboardDeployer implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private final AwsTarget target;
    private final CloudWatchClient cloudWatch;
    private final CloudWatchLogsClient logs;

    /** Opens the clients; nothing is sent yet. */
    public DashboardDeployer(AwsTarget target) {
        this.target = target;
        this.cloudWatch = target.cloudWatch();
        this.logs = target.logs();
    }

    /** Whether a query was there before. */
    public enum Change {
        CREATED,
        UPDATED
    }

    /** Checks a dashboard's name before anything is sent. */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DeploymentException(
                    "\"" + name + "\" is not a dashboard name: use 1 to 255 letters, digits, hyphens and underscores.");
        }
    }

    /**
     * Saves the dashboard.
     *
     * @return CloudWatch's warnings, each with its place; the dashboard is saved all the same
     * @throws DeploymentException if CloudWatch did not save it
     */
    public List<String> putDashboard(String name, DashboardBody body) {
        return call(
                "cloudwatch:PutDashboard",
                () -> cloudWatch
                        .putDashboard(request -> request.dashboardName(name).dashboardBody(body.json()))
                        .dashboardValidationMessages()
                        .stream()
                        .map(message -> message.dataPath() + ": " + message.message())
                        .toList());
    }

    /** Saves the query, over the one of the same name if there is one. */
    public Change putQuery(SavedQuery query) {
        Optional<String> existing = idOf(query.name());
        call(
                "logs:PutQueryDefinition",
                () -> logs.putQueryDefinition(request -> request.queryDefinitionId(existing.orElse(null))
                        .name(query.name())
                        .logGroupNames(query.logGroup())
                        .queryString(query.text())));
        return existing.isPresent() ? Change.UPDATED : Change.CREATED;
    }

    /** Removes the dashboard. Returns false if there is none of this name. */
    public boolean removeDashboard(String name) {
        return call("cloudwatch:DeleteDashboards", () -> {
            try {
                cloudWatch.deleteDashboards(request -> request.dashboardNames(name));
                return true;
            } catch (DashboardNotFoundErrorException e) {
                return false;
            }
        });
    }

    /** Removes the query of this name. Returns false if there is none. */
    public boolean removeQuery(String name) {
        Optional<String> id = idOf(name);
        id.ifPresent(found -> call(
                "logs:DeleteQueryDefinition",
                () -> logs.deleteQueryDefinition(request -> request.queryDefinitionId(found))));
        return id.isPresent();
    }

    private Optional<String> idOf(String name) {
        @Nullable String page = null;
        do {
            String token = page;
            DescribeQueryDefinitionsResponse found = call(
                    "logs:DescribeQueryDefinitions",
                    () -> logs.describeQueryDefinitions(
                            request -> request.queryDefinitionNamePrefix(name).nextToken(token)));
            Optional<String> id = found.queryDefinitions().stream()
                    .filter(definition -> name.equals(definition.name()))
                    .map(QueryDefinition::queryDefinitionId)
                    .findFirst();
            if (id.isPresent()) {
                return id;
            }
            page = found.nextToken();
        } while (page != null);
        return Optional.empty();
    }

    private <T> T call(String action, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw AwsFailure.explain(action, target, e);
        }
    }

    @Override
    public void close() {
        cloudWatch.close();
        logs.close();
    }
}
