package io.sreobservability.sreagent.cli;

import io.sreobservability.sreagent.deploy.AwsTarget;
import io.sreobservability.sreagent.deploy.DashboardDeployer;
import io.sreobservability.sreagent.deploy.SavedQuery;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dashboard and queries, and where: the same for deploying and removing. */
final class DashboardOptions {
    @Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "The Logs Insights queries (default: ${DEFAULT-VALUE}).",
            defaultValue = "dashboards/insights-queries.json")
    private Path queries = Path.of("dashboards/insights-queries.json");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The dashboard's name (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:DASHBOARD_NAME:-SREAgentObservability}")
    private String name = "SREAgentObservability";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Where the metrics and spans are (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:AWS_REGION:-us-east-1}")
    private String region = "us-east-1";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Go there instead of AWS, for example to the stand-in at http://127.0.0.1:4318.")
    private @Nullable URI endpoint;

    @Option(names = "--dry-run", description = "Check the files and print what would be done; send nothing.")
    private boolean dryRun;

    boolean dryRun() {
        return dryRun;
    }

    /** The dashboard's name; throws {@code DeploymentException} if CloudWatch would not take it. */
    String name() {
        DashboardDeployer.requireName(name);
        return name;
    }

    /** Where to; throws {@code DeploymentException} if that is no region or address. */
    AwsTarget target() {
        return new AwsTarget(region, endpoint);
    }

    /** The queries of the file; throws {@code DeploymentException} if it cannot be used. */
    List<SavedQuery> queries() {
        return SavedQuery.readAll(queries);
    }
}
