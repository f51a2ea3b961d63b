package io.sreobservability.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.ModuleContract;
import io.sreobservability.registry.reference.ReferencePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceMojoTest {
    private static final Contract TOOLS = contract("tool.get_pods");
    private static final Contract AGENTS = contract("tool.search_logs");

    @TempDir
    Path folder;

    private Build build;
    private Path page;

    @BeforeEach
    void aProjectOfTwoModulesThatBothRunTheGoal() throws Exception {
        build = new Build(folder).module("tools", "reference").module("agents", "verify-woven", "reference");
        page = folder.resolve("docs/reference/span-attributes.md");
    }

    @Test
    void theLastModuleWritesThePageOfAllModulesIntoTheTopmostProject() throws Exception {
        build.built("tools", ContractJson.write(TOOLS)).contract("agents", ContractJson.write(AGENTS));

        write("agents");

        assertThat(page)
                .content()
                .isEqualTo(ReferencePage.of(
                        List.of(new ModuleContract("tools", TOOLS), new ModuleContract("agents", AGENTS))))
                .contains("tool.get_pods", "tool.search_logs");
        build.goal(new ReferenceMojo(), "agents").execute();
    }

    @Test
    void aCommittedPageThatIsNoLongerTrueFailsTheBuild() throws Exception {
        build.built("tools", ContractJson.write(TOOLS)).contract("agents", ContractJson.write(AGENTS));
        write("agents");
        build.contract("agents", ContractJson.write(contract("tool.renamed")));

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> build.goal(new ReferenceMojo(), "agents").execute())
                .withMessageContaining("[SRE241] docs/reference/span-attributes.md:")
                .withMessageContaining("mvn verify -DskipTests -Dsre.reference.write=true");
    }

    @Test
    void aMissingPageFailsTheBuild() throws Exception {
        build.built("tools", ContractJson.write(TOOLS)).contract("agents", ContractJson.write(AGENTS));

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> build.goal(new ReferenceMojo(), "agents").execute())
                .withMessageContaining("[SRE240]");
    }

    @Test
    void anEarlierModuleLeavesThePageToTheLast() throws Exception {
        build.contract("tools", ContractJson.write(TOOLS));

        write("tools");

        assertThat(page).doesNotExist();
    }

    @Test
    void aProjectWithoutAnyContractNeedsNoPage() throws Exception {
        build.built("tools", "{}");
        Files.delete(folder.resolve("tools/target/classes").resolve(Contract.RESOURCE));

        build.goal(new ReferenceMojo(), "agents").execute();

        assertThat(page).doesNotExist();
    }

    @Test
    void aBuildOfSomeModulesNeitherFailsFalselyNorWritesAHalfTruth() throws Exception {
        build.without("tools").contract("agents", ContractJson.write(AGENTS));

        build.goal(new ReferenceMojo(), "agents").execute();

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> write("agents"))
                .withMessageContaining("[SRE242] agents")
                .withMessageContaining("tools is not built before");
        assertThat(page).doesNotExist();
    }

    @Test
    void aModuleThatIsBuiltAfterTheGoalIsAMistakeUnlessModulesAreBuiltSideBySide() throws Exception {
        build.module("later").built("tools", ContractJson.write(TOOLS)).contract("agents", ContractJson.write(AGENTS));

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> build.goal(new ReferenceMojo(), "agents").execute())
                .withMessageContaining("[SRE242] agents")
                .withMessageContaining("later is not built before");
        build.inParallel().goal(new ReferenceMojo(), "agents").execute();
    }

    @Test
    void aContractOfAnotherVersionIsNamed() throws Exception {
        build.built("tools", "{\"version\": 1, \"points\": [], \"metrics\": []}");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> build.goal(new ReferenceMojo(), "agents").execute())
                .withMessageContaining("[SRE243] agents")
                .withMessageContaining("Use the same version of the processor");
    }

    private void write(String module) throws Exception {
        ReferenceMojo mojo = build.goal(new ReferenceMojo(), module);
        Build.set(mojo, "write", true);
        mojo.execute();
    }

    private static Contract contract(String span) {
        return new Contract(
                Contract.VERSION,
                List.of("https://example.com/schemas/1.0.0"),
                List.of(),
                List.of(new ContractSpan(
                        span,
                        "span.tool",
                        "ToolSpan",
                        "internal",
                        "development",
                        "A tool.",
                        List.of(span),
                        List.of(),
                        List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
