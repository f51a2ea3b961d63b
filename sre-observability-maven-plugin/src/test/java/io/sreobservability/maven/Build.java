package io.sreobservability.maven;

import io.sreobservability.registry.contract.Contract;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.project.MavenProject;

/** A build of several modules in Maven's own objects: a parent with the folder's name and modules below it. */
final class Build {
    private final Path folder;
    private final MavenProject parent;
    private final Map<String, MavenProject> modules = new LinkedHashMap<>();
    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final DefaultMavenExecutionResult result = new DefaultMavenExecutionResult();
    private List<String> leftOut = List.of();

    Build(Path folder) throws IOException {
        this.folder = folder;
        parent = project("parent", "pom", folder);
    }

    /** Adds a module that runs the goal, or none. */
    Build module(String name, String... goals) throws IOException {
        MavenProject module = project(name, "jar", Files.createDirectories(folder.resolve(name)));
        module.setParent(parent);
        parent.getModel().addModule(name);
        if (goals.length > 0) {
            PluginExecution execution = new PluginExecution();
            execution.setGoals(new ArrayList<>(List.of(goals)));
            Plugin plugin = new Plugin();
            plugin.setGroupId("io.sreobservability");
            plugin.setArtifactId("sre-observability-maven-plugin");
            plugin.addExecution(execution);
            module.getBuild().addPlugin(plugin);
        }
        modules.put(name, module);
        return this;
    }

    /** Lets the module be built, with a contract. */
    Build built(String name, String contract) throws IOException {
        contract(name, contract);
        result.addBuildSummary(new BuildSuccess(modules.get(name), 1));
        return this;
    }

    Build contract(String name, String json) throws IOException {
        Path file = Path.of(modules.get(name).getBuild().getOutputDirectory()).resolve(Contract.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        return this;
    }

    Build without(String... names) {
        leftOut = List.of(names);
        return this;
    }

    Build inParallel() {
        request.setDegreeOfConcurrency(2);
        return this;
    }

    /** A goal that is about to run in a module. */
    <T extends AbstractMojo> T goal(T mojo, String module) throws ReflectiveOperationException {
        set(mojo, "project", modules.get(module));
        set(mojo, "session", session());
        return mojo;
    }

    static void set(AbstractMojo mojo, String name, Object value) throws ReflectiveOperationException {
        Field field = mojo.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    @SuppressWarnings("deprecation") // The other constructors want a container.
    private MavenSession session() {
        MavenSession session = new MavenSession(null, null, request, result);
        List<MavenProject> all = new ArrayList<>(List.of(parent));
        all.addAll(modules.values());
        session.setProjects(all);
        session.setAllProjects(all);
        session.setProjects(all.stream()
                .filter(module -> !leftOut.contains(module.getArtifactId()))
                .toList());
        return session;
    }

    private static MavenProject project(String name, String packaging, Path folder) throws IOException {
        Model model = new Model();
        model.setGroupId("com.example");
        model.setArtifactId(name);
        model.setVersion("1");
        model.setPackaging(packaging);
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        project.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
        return project;
    }
}
