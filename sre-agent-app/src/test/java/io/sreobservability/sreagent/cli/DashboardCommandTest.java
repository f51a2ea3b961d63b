package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.sreagent.trace.CannedStandIn;
import io.sreobservability.sreagent.trace.CannedStandIn.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DashboardCommandTest {
    private static final Path FOLDER = Path.of("..", "dashboards");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aDryRunPrintsWhatWouldBeSentAndSendsNothing() {
        assertThat(deploy("--dry-run", "--region", "eu-central-1", "--endpoint-url", "http://127.0.0.1:1"))
                .isZero();

        assertThat(out.toString())
                .contains("PutDashboard SREAgentObservability")
                .contains("\"region\" : \"eu-central-1\"")
                .doesNotContain("us-east-1")
                .contains("PutQueryDefinition SREAgent/Tool usage patterns over aws/spans");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aDryRunForAwsNeedsNoCredentialsAndShowsTheConsoleLink() {
        assertThat(deploy("--dry-run", "--name", "Mine", "--region", "eu-west-1"))
                .isZero();

        assertThat(out.toString())
                .endsWith("It would be at https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1"
                        + "#dashboards/dashboard/Mine" + System.lineSeparator());
    }

    @Test
    void whatIsDeployedTwiceAndRemovedTwiceIsGone() throws Exception {
        try (StandInServer standIn = StandInServer.start(StandInConfig.ephemeral())) {
            String[] there = {"--endpoint-url", standIn.url()};
            assertThat(deploy(there)).isZero();
            assertThat(deploy(there)).isZero();
            assertThat(out.toString())
                    .contains("Query SREAgent/Slowest operations created", "Query SREAgent/Slowest operations updated");
            assertThat(run("remove", there)).isZero();
            assertThat(run("remove", there)).isZero();

            assertThat(out.toString())
                    .contains(
                            "Dashboard SREAgentObservability removed", "Dashboard SREAgentObservability was not there")
                    .contains("Query SREAgent/Slowest operations removed");
            assertThat(standIn.store().queryDefinitions().all()).isEmpty();
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aDryRunOfARemovalSendsNothing() {
        assertThat(run("remove", "--dry-run", "--endpoint-url", "http://127.0.0.1:1"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "DeleteDashboards SREAgentObservability", "DeleteQueryDefinition SREAgent/Slowest operations");
    }

    @Test
    void aRefusedConnectionSaysWhatToStart() {
        assertThat(deploy("--endpoint-url", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "Nothing answers at http://127.0.0.1:1: start the stand-in, or correct --endpoint-url.\n");
    }

    @Test
    void deniedAccessNamesThePermission() throws IOException {
        assertThat(against(new Answer(403, error("AccessDenied", "User is not authorized"))))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("Access denied: the credentials need cloudwatch:PutDashboard; docs/iam has a policy");
    }

    @Test
    void unknownCredentialsAreSaidToBeUnknown() throws IOException {
        assertThat(against(new Answer(403, error("InvalidClientTokenId", "The security token is invalid"))))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("AWS does not know these credentials: check AWS_ACCESS_KEY_ID");
    }

    @Test
    void whatCloudWatchFindsWrongIsPrintedWithItsPlace() throws IOException {
        String refused = """
                <ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameterInput</Code>
                <Message>The dashboard body is invalid</Message>
                <dashboardValidationMessages><member><DataPath>/widgets/0</DataPath><Message>Should be blue</Message>
                </member></dashboardValidationMessages></Error></ErrorResponse>""";
        assertThat(against(new Answer(400, refused))).isEqualTo(1);
        assertThat(err.toString()).startsWith("CloudWatch refused the dashboard and saved nothing: ");
    }

    @Test
    void aWarningIsPrintedAndDoesNotFailTheDeployment() throws IOException {
        String warned = """
                <PutDashboardResponse><PutDashboardResult><DashboardValidationMessages><member>
                <DataPath>/widgets/3</DataPath><Message>Odd colour</Message></member></DashboardValidationMessages>
                </PutDashboardResult></PutDashboardResponse>""";
        Answer noneThere = new Answer(200, "{\"queryDefinitions\":[]}");
        Answer saved = new Answer(200, "{\"queryDefinitionId\":\"1\"}");
        List<Answer> answers = new ArrayList<>(List.of(new Answer(200, warned)));
        for (int i = 0; i < 12; i++) {
            answers.addAll(List.of(noneThere, saved));
        }

        assertThat(against(answers.toArray(Answer[]::new))).isZero();
        assertThat(out.toString())
                .contains("  warning: /widgets/3: Odd colour", "Query SREAgent/Slowest operations created");
    }

    @Test
    void aFileThatIsNoJsonIsNamedWithItsPlace() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"widgets\": [,]\n}");

        assertThat(deploy("--file", broken.toString(), "--dry-run")).isEqualTo(1);
        assertThat(err.toString()).startsWith(broken + ":2:").contains("not valid JSON");
    }

    @Test
    void aDashboardThatCloudWatchWouldRefuseIsNotSent() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");

        assertThat(deploy("--file", empty.toString(), "--dry-run")).isEqualTo(1);
        assertThat(err.toString()).contains("is not a valid dashboard", "/widgets: must be an array");
    }

    @Test
    void anIncompleteQueryIsNamedWithItsPlace() throws IOException {
        Path queries = Files.writeString(folder.resolve("q.json"), "[{\"name\":\"a\",\"description\":\"b\"}]");

        assertThat(deploy("--queries", queries.toString(), "--dry-run")).isEqualTo(1);
        assertThat(err.toString()).contains("q.json: /0/logGroup: is missing");
    }

    @Test
    void missingFilesAndBadNamesAreOneLine() {
        assertThat(deploy("--file", "nowhere.json", "--dry-run")).isEqualTo(1);
        assertThat(deploy("--name", "no spaces", "--dry-run")).isEqualTo(1);
        assertThat(deploy("--region", "mars", "--dry-run")).isEqualTo(1);
        assertThat(deploy("--endpoint-url", "127.0.0.1", "--dry-run")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Cannot read nowhere.json: does it exist, and is it readable text?",
                        "\"no spaces\" is not a dashboard name: use 1 to 255 letters, digits, hyphens and underscores.",
                        "\"mars\" is not a region: give one like us-east-1.",
                        "\"127.0.0.1\" is not an address: give one like http://127.0.0.1:4318.");
    }

    private int against(Answer... answers) throws IOException {
        try (CannedStandIn standIn = CannedStandIn.answering(answers)) {
            return deploy("--endpoint-url", standIn.uri().toString());
        }
    }

    private static String error(String code, String message) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                + "</Message></Error></ErrorResponse>";
    }

    private int deploy(String... options) {
        return run("deploy", options);
    }

    private int run(String action, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of(action, "--queries=" + FOLDER.resolve("insights-queries.json")));
        if (action.equals("deploy")) {
            arguments.add("--file=" + FOLDER.resolve("cloudwatch-dashboard.json"));
        }
        for (String option : options) {
            if (option.equals("--file") || option.equals("--queries")) {
                arguments.removeIf(argument -> argument.startsWith(option + "="));
            }
        }
        arguments.addAll(List.of(options));
        return new CommandLine(new DashboardCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
