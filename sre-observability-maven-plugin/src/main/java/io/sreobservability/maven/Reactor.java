package io.sreobservability.maven;

import io.sreobservability.maven.contracts.ContractFile;
import io.sreobservability.maven.contracts.UnusableContractException;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ModuleContract;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** The modules of one build, as seen from one of them while it is built. */
final class Reactor {
    private static final String PLUGIN = "io.sreobservability:sre-observability-maven-plugin";

    private final MavenSession session;
    private final MavenProject current;

    Reactor(MavenSession session, MavenProject current) {
        this.session = session;
        this.current = current;
    }

    /** The contracts of the modules built so far, the current one among them. */
    List<ModuleContract> moduleContracts() throws UnusableContractException {
        List<ModuleContract> contracts = new ArrayList<>();
        for (MavenProject module : session.getProjects()) {
            if (module.equals(current) || isBuilt(module)) {
                contractIn(module.getBuild().getOutputDirectory())
                        .ifPresent(contract -> contracts.add(new ModuleContract(module.getArtifactId(), contract)));
            }
        }
        return List.copyOf(contracts);
    }

    /** The contracts of the current module's dependencies. */
    List<Contract> dependencyContracts() throws UnusableContractException {
        List<Contract> contracts = new ArrayList<>();
        for (Artifact artifact : current.getArtifacts()) {
            File file = artifact.getFile();
            if (file != null) {
                contractIn(file.getPath()).ifPresent(contracts::add);
            }
        }
        return List.copyOf(contracts);
    }

    /** The modules with code whose contracts cannot be seen yet, because this build makes them later. */
    List<String> unbuilt() {
        return session.getProjects().stream()
                .filter(module -> !module.equals(current) && hasCode(module) && !isBuilt(module))
                .map(MavenProject::getArtifactId)
                .toList();
    }

    /** The modules of the project that this build leaves out: {@code -pl}, {@code -rf}, or a start in a module's folder. */
    List<String> leftOut() {
        Stream<String> notSelected = session.getAllProjects().stream()
                .filter(module -> !session.getProjects().contains(module) && hasCode(module))
                .map(MavenProject::getArtifactId);
        boolean startedBelow = session.getAllProjects().stream().noneMatch(root()::equals)
                && !root().getModules().isEmpty();
        return Stream.concat(notSelected, startedBelow ? Stream.of(root().getArtifactId()) : Stream.empty())
                .toList();
    }

    /** Whether modules are built side by side, so that the order of the modules says little. */
    boolean isParallel() {
        return session.getRequest().getDegreeOfConcurrency() > 1;
    }

    /** The topmost project above the current one that is on disk; the current one if there is none above. */
    MavenProject root() {
        MavenProject root = current;
        for (MavenProject parent = root.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.getBasedir() == null) {
                break;
            }
            root = parent;
        }
        return root;
    }

    /** The last module of the build that runs this goal. */
    MavenProject lastWith(String goal) {
        List<MavenProject> modules = session.getProjects().stream()
                .filter(module -> runs(module, goal))
                .toList();
        return modules.isEmpty() ? current : modules.get(modules.size() - 1);
    }

    private static boolean runs(MavenProject module, String goal) {
        Plugin plugin = module.getPlugin(PLUGIN);
        return plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains(goal));
    }

    private boolean isBuilt(MavenProject module) {
        return session.getResult().getBuildSummary(module) != null;
    }

    private static boolean hasCode(MavenProject module) {
        return !module.getPackaging().equals("pom");
    }

    private static Optional<Contract> contractIn(String path) throws UnusableContractException {
        return ContractFile.in(Path.of(path));
    }
}
