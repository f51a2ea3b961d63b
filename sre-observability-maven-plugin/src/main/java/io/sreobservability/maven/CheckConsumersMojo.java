package io.sreobservability.maven;

import io.sreobservability.maven.consumer.ConsumerCheck;
import io.sreobservability.maven.consumer.ConsumerReport;
import io.sreobservability.maven.contracts.UnusableContractException;
import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.vocabulary.Foreign;
import io.sreobservability.maven.vocabulary.Vocabulary;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ModuleContract;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Fails the build unless dashboards and Logs Insights queries name only namespaces, metrics, dimensions, spans and attributes
 * that the contracts emit: those of this module, of its dependencies, and of the modules built before it.
 */
@Mojo(
        name = "check-consumers",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckConsumersMojo extends AbstractMojo {
    /** Files with the body of a CloudWatch dashboard. */
    @Parameter
    private List<File> dashboards = List.of();

    /** Files with Logs Insights queries: JSON with saved queries, or any other file as one query. */
    @Parameter
    private List<File> queries = List.of();

    /** CloudWatch namespaces of other publishers; their metrics are left alone. */
    @Parameter
    private Set<String> foreignNamespaces = Set.of();

    /** Log groups other than {@code aws/spans}; the queries over them are left alone. */
    @Parameter
    private Set<String> foreignLogGroups = Set.of();

    /** Fields that other software puts into the span log, for example {@code attributes.aws.local.service}. */
    @Parameter
    private Set<String> foreignFields = Set.of();

    /** Names of spans that other software makes, or the texts and patterns that queries compare span names with. */
    @Parameter
    private Set<String> foreignSpans = Set.of();

    /** Whether a part of a file that this goal cannot understand fails the build; otherwise it is a warning. */
    @Parameter(defaultValue = "true")
    private boolean failOnUnchecked;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute().
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute().
    private MavenSession session;

    @Override
    public void execute() throws MojoFailureException {
        int files = dashboards.size() + queries.size();
        if (files == 0) {
            getLog().info("No dashboards or queries are configured; nothing to check.");
            return;
        }
        Reactor reactor = new Reactor(session, project);
        List<String> unseen = new ArrayList<>(reactor.leftOut());
        unseen.addAll(reactor.unbuilt());
        ConsumerReport report = ConsumerReport.of(findings(reactor), unseen.isEmpty(), failOnUnchecked);
        Finding.lines(report.warnings()).forEach(getLog()::warn);
        Finding.lines(report.errors()).forEach(getLog()::error);
        if (!unseen.isEmpty() && !report.warnings().isEmpty()) {
            getLog().warn("Not checked to the end: the contracts of these modules were not seen: "
                    + String.join(", ", unseen) + ". Build the whole project, and check consumers in the module that is"
                    + " built last.");
        }
        if (!report.errors().isEmpty()) {
            throw new MojoFailureException("What dashboards and queries name must be emitted, but there "
                    + counted(report.errors().size(), "problem") + ". See the messages above.");
        }
        getLog().info("Checked " + files + (files == 1 ? " file." : " files."));
    }

    private List<Finding> findings(Reactor reactor) {
        List<Contract> contracts = new ArrayList<>();
        try {
            contracts.addAll(reactor.dependencyContracts());
            reactor.moduleContracts().stream().map(ModuleContract::contract).forEach(contracts::add);
        } catch (UnusableContractException e) {
            return List.of(
                    Finding.of(ProofCode.UNUSABLE_CONTRACT, project.getArtifactId(), String.valueOf(e.getMessage())));
        }
        if (contracts.isEmpty()) {
            return List.of(Finding.of(ProofCode.NO_CONTRACT, project.getArtifactId(), String.join(", ", names())));
        }
        Foreign foreign = new Foreign(foreignNamespaces, foreignLogGroups, foreignFields, foreignSpans);
        ConsumerCheck check = new ConsumerCheck(Vocabulary.of(contracts), foreign);
        dashboards.forEach(file -> read(file, check, check::dashboard));
        queries.forEach(file -> read(file, check, check::queries));
        return check.findings();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        dashboards.forEach(file -> names.add(name(file)));
        queries.forEach(file -> names.add(name(file)));
        return names;
    }

    private void read(File file, ConsumerCheck check, BiConsumer<String, String> content) {
        try {
            content.accept(name(file), Files.readString(file.toPath()));
        } catch (IOException e) {
            check.unreadable(name(file), file.exists() ? "it is no UTF-8 text" : "it does not exist");
        }
    }

    /** The file as people write it: from the module's folder on. */
    private String name(File file) {
        Path base = project.getBasedir().toPath();
        return base.relativize(file.toPath().toAbsolutePath()).toString().replace('\\', '/');
    }

    private static String counted(int number, String noun) {
        return number == 1 ? "is 1 " + noun : "are " + number + " " + noun + "s";
    }
}
