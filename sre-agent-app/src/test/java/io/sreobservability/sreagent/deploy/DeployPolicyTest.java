package io.sreobservability.sreagent.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code docs/iam/deploy-policy.json} grants what putting everything up and taking it down calls, and no more. */
class DeployPolicyTest {
    private static final Path POLICY = Path.of("..", "docs", "iam", "deploy-policy.json");
    private static final Path SCRIPT = Path.of("..", "scripts", "setup_cloudwatch_dashboard.sh");

    /** What AWS's guide asks for to enable Transaction Search, beside the calls that do it. */
    private static final Set<String> IMPLIED = Set.of(
            "logs:CreateLogStream",
            "logs:DescribeResourcePolicies",
            "logs:PutRetentionPolicy",
            "xray:GetIndexingRules",
            "xray:GetTraceSegmentDestination",
            "xray:UpdateIndexingRule");

    /** The log group is created by hand ({@code docs/delivery.md}). */
    private static final String BY_HAND = "logs:CreateLogGroup";

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "bash script")
    void whoeverDeploysMayDoWhatThatTakesAndNothingElse() throws Exception {
        Set<String> used = new TreeSet<>();
        used.addAll(deployAndRemove());
        used.addAll(enableTransactionSearch());
        used.addAll(IMPLIED);
        used.add(BY_HAND);

        assertThat(granted()).isEqualTo(used);
    }

    private static Set<String> deployAndRemove() throws Exception {
        try (StandInServer standIn = StandInServer.start(StandInConfig.ephemeral());
                DashboardDeployer deployer =
                        new DashboardDeployer(new AwsTarget("eu-west-1", URI.create(standIn.url())))) {
            SavedQuery query = SavedQuery.readAll(DashboardsFolder.QUERIES).get(0);
            deployer.putDashboard("Mine", DashboardBody.read(DashboardsFolder.DASHBOARD));
            deployer.putQuery(query);
            deployer.putQuery(query);
            assertThat(deployer.removeDashboard("Mine")).isTrue();
            assertThat(deployer.removeQuery(query.name())).isTrue();
            return standIn.calledActions();
        }
    }

    /** The commands that the script would run: {@code aws logs put-resource-policy} is {@code logs:PutResourcePolicy}. */
    private static Set<String> enableTransactionSearch() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        "bash", SCRIPT.toString(), "enable-transaction-search", "--dry-run", "--region", "eu-west-1")
                .start();
        script.getOutputStream().close();
        List<String> lines = new String(script.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(script.waitFor()).isZero();
        assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("aws "));
        return lines.stream()
                .map(line -> line.split(" ", 4))
                .map(words -> words[1] + ":" + action(words[2]))
                .collect(Collectors.toSet());
    }

    private static String action(String command) {
        return Stream.of(command.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Set<String> granted() {
        Set<String> granted = new TreeSet<>();
        for (JsonNode statement : JsonFile.read(POLICY).path("Statement")) {
            statement.path("Action").forEach(action -> granted.add(action.asText()));
        }
        return granted;
    }
}
