package io.sreobservability.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractMetric;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckConsumersMojoTest {
    private static final String METRIC_OF_TOOLS = ContractJson.write(new Contract(
            Contract.VERSION,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new ContractMetric(
                    "Calls",
                    "Acme",
                    "Count",
                    "counter",
                    "development",
                    "b",
                    "always",
                    List.of(),
                    List.of(List.of("ToolName")))),
            List.of(),
            List.of()));

    @TempDir
    Path folder;

    private final RecordedLog log = new RecordedLog();
    private Build build;
    private File dashboard;

    @BeforeEach
    void aProjectOfTwoModules() throws Exception {
        build = new Build(folder).module("tools").module("agents", "check-consumers");
        dashboard = folder.resolve("agents/dashboard.json").toFile();
        names("Calls");
    }

    @Test
    void theMetricsOfAModuleThatIsAlreadyBuiltAreKnown() throws Exception {
        build.built("tools", METRIC_OF_TOOLS);

        assertThatCode(() -> check(true)).doesNotThrowAnyException();
    }

    @Test
    void aMetricThatNobodyEmitsFailsTheBuild() throws Exception {
        build.built("tools", METRIC_OF_TOOLS);
        names("Cals");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> check(true))
                .withMessageContaining("there is 1 problem.");
        assertThat(log.errors())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("[SRE223] dashboard.json:1:")
                .endsWith("no contract emits the metric \"Cals\". Did you mean \"Calls\"?");
    }

    @Test
    void whatAModuleLeftOutOfThisBuildMayEmitIsOnlyAWarning() throws Exception {
        build.without("tools").contract("agents", METRIC_OF_TOOLS.replace("Calls", "Other"));

        assertThatCode(() -> check(true)).doesNotThrowAnyException();
        assertThat(log.warnings()).first().asString().startsWith("[SRE223]");
        assertThat(log.warnings()).last().asString().contains("not seen: tools.");
    }

    @Test
    void withoutAnyContractNothingIsPassedInSilence() throws Exception {
        build.built("tools", "{}");
        Files.delete(folder.resolve("tools/target/classes").resolve(Contract.RESOURCE));

        assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> check(true));
        assertThat(log.errors())
                .first()
                .isEqualTo("[SRE232] agents: there is no contract to compare dashboard.json with.");
    }

    @Test
    void aFileThatIsNotThereFailsTheBuild() throws Exception {
        build.built("tools", METRIC_OF_TOOLS);
        Files.delete(dashboard.toPath());

        assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> check(true));
        assertThat(log.errors())
                .first()
                .isEqualTo("[SRE220] dashboard.json:1:1: this file cannot be read: it does not exist.");
    }

    @Test
    void whatCannotBeCheckedFailsTheBuildUnlessAWarningIsEnough() throws Exception {
        build.built("tools", METRIC_OF_TOOLS);
        Files.writeString(dashboard.toPath(), "{\"widgets\": [{\"type\": \"chart\"}]}");

        assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> check(true));
        assertThatCode(() -> check(false)).doesNotThrowAnyException();
    }

    private void names(String metric) throws Exception {
        Files.writeString(
                dashboard.toPath(),
                "{\"widgets\": [{\"type\": \"metric\", \"properties\": {\"metrics\": [[\"Acme\", \"" + metric
                        + "\", \"ToolName\", \"x\"]]}}]}");
    }

    private void check(boolean failOnUnchecked) throws Exception {
        CheckConsumersMojo mojo = build.goal(new CheckConsumersMojo(), "agents");
        mojo.setLog(log);
        Build.set(mojo, "dashboards", List.of(dashboard));
        Build.set(mojo, "failOnUnchecked", failOnUnchecked);
        mojo.execute();
    }
}
