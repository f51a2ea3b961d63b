package io.sreobservability.sreagent.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real scripts in a clone of their own, with a {@code java} that prints what it was called with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bash scripts")
class ScriptsTest {
    @TempDir
    private Path clone;

    private Path jar;
    private Path javaHome;

    @BeforeEach
    void copyScriptsAndFakeJava() throws IOException {
        for (String script : List.of(
                "find_java.sh",
                "sre-agent",
                "setup_cloudwatch_dashboard.sh",
                "run_observability_demo.sh",
                "demo_on_aws.sh")) {
            Path copy = clone.resolve("scripts").resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("..", "scripts", script), copy);
            executable(copy);
        }
        jar = clone.resolve("sre-agent-app/target/sre-agent-app.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        javaHome = clone.resolve("jdk");
        java("openjdk version \"17.0.15\" 2025-04-15");
    }

    @Test
    void theDashboardIsDeployedFromTheCloneWhateverTheDirectory() throws Exception {
        Outcome outcome = run("setup_cloudwatch_dashboard.sh", Map.of());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.text().lines().toList())
                .containsExactly(
                        "-jar",
                        real(jar),
                        "dashboard",
                        "deploy",
                        "--queries",
                        real(clone) + "/dashboards/insights-queries.json",
                        "--name",
                        "SREAgentObservability",
                        "--region",
                        "us-east-1",
                        "--file",
                        real(clone) + "/dashboards/cloudwatch-dashboard.json");
    }

    @Test
    void environmentAndOptionsArePassedOn() throws Exception {
        Outcome outcome = run(
                "setup_cloudwatch_dashboard.sh",
                Map.of("DASHBOARD_NAME", "Mine", "AWS_REGION", "eu-west-1"),
                "--dry-run",
                "--endpoint-url",
                "http://127.0.0.1:4318",
                "--region",
                "eu-west-2");

        assertThat(outcome.text())
                .contains("--name\nMine\n--region\neu-west-2\n--file\n")
                .contains("\n--dry-run\n--endpoint-url\nhttp://127.0.0.1:4318\n");
    }

    @Test
    void removingNeedsTheQueriesFileAndNoDashboardFile() throws Exception {
        assertThat(run("setup_cloudwatch_dashboard.sh", Map.of(), "--remove").text())
                .contains("dashboard\nremove\n--queries\n")
                .doesNotContain("--file");
    }

    @Test
    void transactionSearchIsSwitchedOnInTwoStepsByTheCommandLineOfAws() throws Exception {
        Path tools = Files.createDirectories(clone.resolve("tools"));
        Files.writeString(tools.resolve("aws"), """
                #!/bin/sh
                if [ "$1" = sts ]; then echo 123456789012; else printf '%s\\n' "$*"; fi
                """);
        executable(tools.resolve("aws"));
        String path = tools + File.pathSeparator + System.getenv("PATH");

        Outcome outcome = run(
                "setup_cloudwatch_dashboard.sh",
                Map.of("PATH", path),
                "enable-transaction-search",
                "--region",
                "cn-north-1");

        assertThat(outcome.status()).isZero();
        List<String> lines = outcome.text().lines().toList();
        assertThat(lines.get(0))
                .startsWith("logs put-resource-policy --region cn-north-1 --policy-name TransactionSearchXRayAccess");
        assertThat(JsonFile.JSON
                        .readTree(lines.get(0).substring(lines.get(0).indexOf('{')))
                        .at("/Statement/0/Resource/0")
                        .asText())
                .isEqualTo("arn:aws-cn:logs:cn-north-1:123456789012:log-group:aws/spans:*");
        assertThat(lines.get(1))
                .isEqualTo("xray update-trace-segment-destination --region cn-north-1 --destination CloudWatchLogs");
        assertThat(lines.get(2)).startsWith("Transaction Search is on in cn-north-1");
    }

    @Test
    void transactionSearchIsOnlyShownInADryRunAndForAwsAlone() throws Exception {
        Outcome shown = run(
                "setup_cloudwatch_dashboard.sh",
                Map.of(),
                "enable-transaction-search",
                "--region",
                "eu-west-1",
                "--dry-run");
        Outcome refused = run(
                "setup_cloudwatch_dashboard.sh",
                Map.of(),
                "enable-transaction-search",
                "--endpoint-url",
                "http://127.0.0.1:4318");

        assertThat(shown.text().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("aws ") && line.contains(" --region eu-west-1 "));
        assertThat(refused.status()).isEqualTo(2);
    }

    @Test
    void transactionSearchIsNeverSwitchedOnInARegionThatNobodyNamed() throws Exception {
        Outcome outcome = run(
                "setup_cloudwatch_dashboard.sh",
                Map.of("AWS_REGION", "eu-west-1"),
                "enable-transaction-search",
                "--dry-run");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.text().lines()).singleElement().asString().contains("needs --region");
    }

    @Test
    void theRegionIsTheOneThatOtherToolsOfAwsWouldTake() throws Exception {
        Files.createDirectories(clone.resolve(".aws"));
        Files.writeString(
                clone.resolve(".aws/config"),
                "[default]\noutput = json\nregion = eu-north-1\n[profile work]\nregion=ap-south-1\n[profile bare]\noutput = text\n");

        assertThat(region(Map.of())).isEqualTo("eu-north-1");
        assertThat(region(Map.of("AWS_PROFILE", "work"))).isEqualTo("ap-south-1");
        assertThat(region(Map.of("AWS_PROFILE", "bare"))).isEqualTo("us-east-1");
        assertThat(region(Map.of("AWS_DEFAULT_REGION", "eu-west-3"))).isEqualTo("eu-west-3");
        assertThat(region(Map.of("AWS_REGION", "eu-west-2", "AWS_DEFAULT_REGION", "eu-west-3")))
                .isEqualTo("eu-west-2");
    }

    private String region(Map<String, String> environment) throws Exception {
        List<String> arguments =
                run("setup_cloudwatch_dashboard.sh", environment).text().lines().toList();
        return arguments.get(arguments.indexOf("--region") + 1);
    }

    @Test
    void theDemoBuildsWhenAJarIsOlderThanTheSourcesOfItsOwnModuleAndNotTwice() throws Exception {
        Path source = clone.resolve("sre-agent-app/src/main/A.java");
        for (String module : List.of(
                "sre-agent-app",
                "sre-observability-annotations",
                "sre-observability-registry",
                "sre-observability-processor",
                "sre-observability-maven-plugin",
                "sre-observability-aspects",
                "sre-observability-cloudwatch",
                "sre-observability-local")) {
            Files.createDirectories(clone.resolve(module).resolve("src/main"));
            writtenAt(100, clone.resolve(module).resolve("pom.xml"));
        }
        writtenAt(100, clone.resolve("pom.xml"));
        writtenAt(200, jar);
        writtenAt(
                400,
                Files.createDirectories(clone.resolve("sre-observability-local/target"))
                        .resolve("sre-observability-local.jar"));
        Path tools = Files.createDirectories(clone.resolve("tools"));
        Files.writeString(tools.resolve("mvn"), "#!/bin/sh\nexit 0\n");
        executable(tools.resolve("mvn"));
        Files.createSymbolicLink(javaHome.resolve("bin/javac"), javaHome.resolve("bin/java"));
        Map<String, String> path = Map.of("PATH", tools + File.pathSeparator + System.getenv("PATH"));

        assertThat(run("run_observability_demo.sh", path).text()).doesNotContain("Building");
        writtenAt(300, source);
        assertThat(run("run_observability_demo.sh", path).text()).contains("Building");
        assertThat(run("run_observability_demo.sh", path).text()).doesNotContain("Building");
    }

    private static void writtenAt(long seconds, Path file) throws IOException {
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(seconds, TimeUnit.SECONDS));
    }

    @Test
    void wrongUsageIsOneLineAndStatusTwo() throws Exception {
        for (String[] wrong : List.of(new String[] {"--regoin"}, new String[] {"--region"})) {
            Outcome outcome = run("setup_cloudwatch_dashboard.sh", Map.of(), wrong);

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.text().lines()).singleElement().asString().contains(wrong[0], "see --help");
        }
    }

    @Test
    void helpNeedsNeitherJavaNorABuild() throws Exception {
        Files.delete(jar);

        Outcome outcome = run("setup_cloudwatch_dashboard.sh", Map.of("JAVA_HOME", "/nowhere"), "--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.text()).contains("--dry-run", "DASHBOARD_NAME");
    }

    @Test
    void withoutABuildTheLauncherSaysHowToBuild() throws Exception {
        Files.delete(jar);

        Outcome outcome = run("sre-agent", Map.of(), "trace", "--last");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.text()).contains("not built yet: run 'mvn ");
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        java("java version \"1.8.0_402\"");
        assertThat(run("sre-agent", Map.of()).text()).contains("is version 8: a Java 17 or newer is needed");

        java("openjdk version \"11.0.2\" 2019-01-15");
        assertThat(run("sre-agent", Map.of()).text()).contains("is version 11: a Java 17 or newer is needed");
    }

    @Test
    void aWarningBeforeTheVersionDoesNotConfuseTheLauncher() throws Exception {
        java("Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version \"25\" 2025-09-16");

        assertThat(run("sre-agent", Map.of(), "trace", "--last").text()).contains("trace\n--last\n");
    }

    @Test
    void argumentsWithBlanksStayOneArgument() throws Exception {
        assertThat(run("sre-agent", Map.of(), "investigate", "--prompt", "two words")
                        .text())
                .contains("--prompt\ntwo words\n");
    }

    private record Outcome(int status, String text) {}

    private Outcome run(String script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(clone.resolve("scripts").resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File(System.getProperty("java.io.tmpdir")))
                .redirectErrorStream(true);
        List.of("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_CONFIG_FILE", "DASHBOARD_NAME")
                .forEach(builder.environment()::remove);
        builder.environment().put("HOME", clone.toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private void java(String version) throws IOException {
        Path java = javaHome.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then
                  cat >&2 <<'TXT'
                %s
                TXT
                else
                  printf '%%s\\n' "$@"
                fi
                """.formatted(version));
        executable(java);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String real(Path path) throws IOException {
        return path.toRealPath().toString();
    }
}
