package io.sreobservability.maven;

import io.sreobservability.maven.contracts.UnusableContractException;
import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.reference.CommittedPage;
import io.sreobservability.registry.contract.ModuleContract;
import io.sreobservability.registry.reference.ReferencePage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build unless the committed reference page of all spans, attributes and metrics is what the modules of this build
 * emit. It acts once, in the last module that runs it; a build of a part of the modules leaves the page alone.
 */
@Mojo(name = "reference", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReferenceMojo extends AbstractMojo {
    private static final String GOAL = "reference";
    private static final String DEFAULT_PAGE = "docs/reference/span-attributes.md";
    private static final String COMMAND = "mvn verify -DskipTests -Dsre.reference.write=true";

    /** The page; by default {@code docs/reference/span-attributes.md} of the topmost project. */
    @Parameter(property = "sre.reference.page")
    private @Nullable File page;

    /** Whether to write the page instead of comparing it. */
    @Parameter(property = "sre.reference.write", defaultValue = "false")
    private boolean write;

    /** Artifact ids of modules whose spans are no part of the product, such as benchmarks. */
    @Parameter
    private Set<String> excludedModules = Set.of();

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute().
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute().
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Reactor reactor = new Reactor(session, project);
        MavenProject last = reactor.lastWith(GOAL);
        if (!last.equals(project)) {
            getLog().info("The reference page is compared in the module " + last.getArtifactId() + ".");
            return;
        }
        if (isComplete(reactor)) {
            try {
                compareOrWrite(reactor);
            } catch (IOException e) {
                throw new MojoExecutionException("Cannot use the reference page: " + e.getMessage(), e);
            }
        }
    }

    /** Whether all modules are built; if not, that is said, and fails the build where it can only be a mistake. */
    private boolean isComplete(Reactor reactor) throws MojoFailureException {
        List<String> missing = withoutExcluded(reactor.leftOut());
        boolean mistake = write;
        if (missing.isEmpty()) {
            missing = withoutExcluded(reactor.unbuilt());
            mistake = write || !reactor.isParallel();
        }
        if (missing.isEmpty()) {
            return true;
        }
        String modules = String.join(", ", missing) + (missing.size() == 1 ? " is" : " are");
        if (mistake) {
            throw failure(Finding.of(ProofCode.REFERENCE_INCOMPLETE, project.getArtifactId(), modules));
        }
        getLog().warn("The reference page is not checked in this build: " + modules + " not built before "
                + project.getArtifactId() + ".");
        return false;
    }

    private List<String> withoutExcluded(List<String> modules) {
        return modules.stream()
                .filter(module -> !excludedModules.contains(module))
                .toList();
    }

    private void compareOrWrite(Reactor reactor) throws IOException, MojoFailureException {
        Path root = reactor.root().getBasedir().toPath();
        Path file = page == null ? root.resolve(DEFAULT_PAGE) : page.toPath();
        String name = root.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
        CommittedPage committed = new CommittedPage(file, name, COMMAND);
        List<ModuleContract> contracts = contracts(reactor);
        if (contracts.isEmpty() && !Files.exists(file)) {
            getLog().info("No module has a contract, so there is no reference page.");
            return;
        }
        String expected = ReferencePage.of(contracts);
        if (write) {
            committed.write(expected);
            getLog().info("Wrote " + name + ".");
            return;
        }
        Optional<Finding> difference = committed.differenceFrom(expected);
        if (difference.isPresent()) {
            throw failure(difference.get());
        }
        getLog().info(name + " is what " + contracts.size()
                + (contracts.size() == 1 ? " module emits." : " modules emit."));
    }

    private List<ModuleContract> contracts(Reactor reactor) throws MojoFailureException {
        try {
            return reactor.moduleContracts().stream()
                    .filter(contract -> !excludedModules.contains(contract.module()))
                    .toList();
        } catch (UnusableContractException e) {
            throw failure(
                    Finding.of(ProofCode.UNUSABLE_CONTRACT, project.getArtifactId(), String.valueOf(e.getMessage())));
        }
    }

    private MojoFailureException failure(Finding finding) {
        Finding.lines(List.of(finding)).forEach(getLog()::error);
        return new MojoFailureException(finding.line());
    }
}
