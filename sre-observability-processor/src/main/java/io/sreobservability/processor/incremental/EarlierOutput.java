package io.sreobservability.processor.incremental;

import io.sreobservability.processor.plan.ClassPlan;
import io.sreobservability.registry.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The files that earlier compilations generated for classes. The folders themselves are the list of them: a list of our own
 * could be deleted by a build tool that leaves the files, or the other way round. Where the output is no folder, because a
 * tool keeps it in memory, say, there is nothing to find.
 */
public final class EarlierOutput {
    private static final List<String> SOURCES = List.of(".aj", ".java");
    private static final List<String> EXTENSIONS = List.of(".aj", ".java", ".class");

    private final Filer filer;
    private final Set<String> compiled;
    private final Optional<Path> classFolder;
    private final List<Path> folders;
    private final SortedSet<String> classes = new TreeSet<>();

    /**
     * Looks into the output folders.
     *
     * @param compiled qualified names of top-level classes that are compiled now
     */
    public EarlierOutput(Filer filer, Set<String> compiled) {
        this.filer = filer;
        this.compiled = compiled;
        // These are, or will be, in the class output: asking for anything else would make it exist in some file
        // managers.
        Stream<String> classFiles = compiled.stream().map(EarlierOutput::classFile);
        classFolder = OutputFolder.find(filer, StandardLocation.CLASS_OUTPUT, classFiles);
        classFolder.ifPresent(this::addClasses);
        Optional<Path> sourceFolder = classFolder.flatMap(
                ignored -> OutputFolder.find(filer, StandardLocation.SOURCE_OUTPUT, generatedSources(compiled)));
        sourceFolder.ifPresent(this::addClasses);
        folders = Stream.concat(classFolder.stream(), sourceFolder.stream())
                .distinct()
                .toList();
    }

    private Stream<String> generatedSources(Set<String> compiled) {
        return Stream.concat(classes.stream(), compiled.stream())
                .flatMap(name -> ClassPlan.SUFFIXES.stream().map(suffix -> name.replace('.', '/') + suffix + ".java"));
    }

    private void addClasses(Path folder) {
        for (String name : OutputFolder.typesIn(folder, EXTENSIONS)) {
            for (String suffix : ClassPlan.SUFFIXES) {
                if (name.endsWith(suffix)) {
                    classes.add(name.substring(0, name.length() - suffix.length()));
                }
            }
        }
    }

    /** The qualified names of the top-level classes for which something was generated, in alphabetical order. */
    public Set<String> classes() {
        return Collections.unmodifiableSet(classes);
    }

    /** Whether nothing of ours is there. */
    public boolean isEmpty() {
        return classes.isEmpty() && !isThere(Contract.RESOURCE);
    }

    /** Whether the output folder holds this top-level class. */
    public boolean holds(String topLevel) {
        return isThere(classFile(topLevel));
    }

    private boolean isThere(String file) {
        return classFolder.isPresent() && Files.isRegularFile(classFolder.get().resolve(file));
    }

    private static String classFile(String topLevel) {
        return path(topLevel, ".class");
    }

    /** The last contract, if there is one that can be read. */
    public Optional<EarlierContract> contract() {
        return classFolder.map(folder -> folder.resolve(Contract.RESOURCE)).flatMap(EarlierContract::read);
    }

    /** Whether this is the name of a top-level class that is compiled now, and so a source that somebody else gave. */
    public boolean isCompiled(String topLevel) {
        return compiled.contains(topLevel);
    }

    /** Whether a class that is compiled now is one that an earlier compilation generated, given as a source. */
    public boolean isGenerated(String topLevel) {
        return folders.stream()
                .anyMatch(folder -> Ownership.isGeneratedSource(folder.resolve(path(topLevel, ".java"))));
    }

    /**
     * The file that a new source would overwrite, if it is not ours.
     *
     * @param name its relative name
     */
    public Optional<String> inTheWay(String name) {
        return OutputFolder.fileOf(filer, StandardLocation.SOURCE_OUTPUT, name)
                .filter(file -> Files.isRegularFile(file) && !Ownership.isGeneratedSource(file))
                .map(file -> name);
    }

    /**
     * Deletes what was generated for a class.
     *
     * @return the names of the files that are still there
     */
    public List<String> delete(String topLevel) {
        return ClassPlan.SUFFIXES.stream()
                .flatMap(suffix -> deleteType(topLevel + suffix).stream())
                .toList();
    }

    /**
     * Deletes a type, if it was generated.
     *
     * @return the names of the files that are still there
     */
    public List<String> deleteType(String qualifiedName) {
        List<Path> sources = folders.stream()
                .flatMap(folder -> SOURCES.stream().map(extension -> folder.resolve(path(qualifiedName, extension))))
                .filter(Files::isRegularFile)
                .toList();
        if (isCompiled(qualifiedName) || !sources.stream().allMatch(Ownership::isGeneratedSource)) {
            return List.of();
        }
        String classFile = classFile(qualifiedName);
        boolean ours = !sources.isEmpty()
                || classFolder
                        .filter(folder -> Ownership.isGeneratedClass(folder.resolve(classFile)))
                        .isPresent();
        return ours
                ? delete(
                        folders,
                        EXTENSIONS.stream()
                                .map(extension -> path(qualifiedName, extension))
                                .toList())
                : List.of();
    }

    private static String path(String qualifiedName, String extension) {
        return qualifiedName.replace('.', '/') + extension;
    }

    /**
     * Deletes files of the module from the class output.
     *
     * @return the names of the files that are still there
     */
    public List<String> deleteResources(List<String> names) {
        return delete(classFolder.stream().toList(), names);
    }

    /** A filer creates and reads files; it does not delete them, and neither do the files that it gives. */
    private static List<String> delete(List<Path> folders, List<String> names) {
        List<String> left = new ArrayList<>();
        for (Path folder : folders) {
            for (String name : names) {
                try {
                    Files.deleteIfExists(folder.resolve(name));
                } catch (IOException e) {
                    left.add(name);
                }
            }
        }
        return left;
    }
}
