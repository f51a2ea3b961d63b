package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.sreagent.deploy.AwsTarget;
import io.sreobservability.sreagent.deploy.DashboardBody;
import io.sreobservability.sreagent.deploy.DashboardDeployer;
import io.sreobservability.sreagent.deploy.DeploymentException;
import io.sreobservability.sreagent.deploy.SavedQuery;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sre-agent dashboard}: the CloudWatch dashboard and its saved queries. */
@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(deploy | remove)",
        description = "Puts the dashboard and the saved queries into CloudWatch, and takes them out again.",
        subcommands = {DashboardCommand.Deploy.class, DashboardRemoveCommand.class})
public final class DashboardCommand {

    /** {@code sre-agent dashboard deploy}. */
    @Command(
            name = "deploy",
            mixinStandardHelpOptions = true,
            description = "Saves the dashboard and the Logs Insights queries; doing it again updates them.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                " 0:saved, or shown",
                " 1:a file cannot be used, or AWS refused it",
                " 2:wrong usage: an option"
            })
    static final class Deploy implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "The dashboard body (default: ${DEFAULT-VALUE}).",
                defaultValue = "dashboards/cloudwatch-dashboard.json")
        private Path file = Path.of("dashboards/cloudwatch-dashboard.json");

        @Mixin
        private DashboardOptions options = new DashboardOptions();

        @Override
        public Integer call() {
            CommandSpec command = requireNonNull(spec, "picocli injects the spec");
            PrintWriter out = command.commandLine().getOut();
            try {
                String name = options.name();
                AwsTarget target = options.target();
                DashboardBody body = DashboardBody.read(file).inRegion(target.region());
                if (options.dryRun()) {
                    preview(name, target, body, options.queries(), out);
                } else {
                    deploy(name, target, body, options.queries(), out);
                }
                return 0;
            } catch (DeploymentException e) {
                command.commandLine().getErr().println(e.getMessage());
                return 1;
            } finally {
                out.flush();
            }
        }

        private static void deploy(
                String name, AwsTarget target, DashboardBody body, List<SavedQuery> saved, PrintWriter out) {
            try (DashboardDeployer deployer = new DashboardDeployer(target)) {
                List<String> warnings = deployer.putDashboard(name, body);
                out.println("Dashboard " + name + " saved at " + target.label() + ", " + body.widgets() + " widgets");
                warnings.forEach(warning -> out.println("  warning: " + warning));
                for (SavedQuery query : saved) {
                    String change = deployer.putQuery(query).name().toLowerCase(Locale.ROOT);
                    out.println("Query " + query.name() + " " + change);
                }
            }
            out.println("View it at " + target.dashboardLink(name));
        }

        private static void preview(
                String name, AwsTarget target, DashboardBody body, List<SavedQuery> saved, PrintWriter out) {
            out.println("Dry run: nothing is sent to " + target.label());
            out.println("PutDashboard " + name + ", " + body.widgets() + " widgets:");
            out.println(body.prettyJson());
            for (SavedQuery query : saved) {
                out.println();
                out.println("PutQueryDefinition " + query.name() + " over " + query.logGroup() + ":");
                query.text().lines().forEach(line -> out.println("  " + line));
            }
            out.println();
            out.println("It would be at " + target.dashboardLink(name));
        }
    }
}
