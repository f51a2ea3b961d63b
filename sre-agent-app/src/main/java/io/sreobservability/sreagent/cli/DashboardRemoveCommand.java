package io.sreobservability.sreagent.cli;

import static java.util.Objects.requireNonNull;

import io.sreobservability.sreagent.deploy.AwsTarget;
import io.sreobservability.sreagent.deploy.DashboardDeployer;
import io.sreobservability.sreagent.deploy.DeploymentException;
import io.sreobservability.sreagent.deploy.SavedQuery;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sre-agent dashboard remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes the dashboard and the Logs Insights queries of the file; what is not there is no error.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:removed, or not there, or shown",
            " 1:the file cannot be used, or AWS refused it",
            " 2:wrong usage: an option"
        })
final class DashboardRemoveCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DashboardOptions options = new DashboardOptions();

    @Override
    public Integer call() {
        CommandSpec command = requireNonNull(spec, "picocli injects the spec");
        PrintWriter out = command.commandLine().getOut();
        try {
            remove(options.name(), options.target(), options.queries(), out);
            return 0;
        } catch (DeploymentException e) {
            command.commandLine().getErr().println(e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private void remove(String name, AwsTarget target, List<SavedQuery> queries, PrintWriter out) {
        if (options.dryRun()) {
            out.println("Dry run: nothing is sent to " + target.label());
            out.println("DeleteDashboards " + name);
            queries.forEach(query -> out.println("DeleteQueryDefinition " + query.name()));
            return;
        }
        try (DashboardDeployer deployer = new DashboardDeployer(target)) {
            out.println("Dashboard " + name + outcome(deployer.removeDashboard(name)) + " at " + target.label());
            for (SavedQuery query : queries) {
                out.println("Query " + query.name() + outcome(deployer.removeQuery(query.name())));
            }
        }
    }

    private static String outcome(boolean wasThere) {
        return wasThere ? " removed" : " was not there";
    }
}
