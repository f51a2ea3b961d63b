package io.sreobservability.processor;

import com.google.auto.service.AutoService;
import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.generate.GeneratedMark;
import io.sreobservability.processor.model.AnnotationNames;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.reader.InvalidRegistryException;
import io.sreobservability.registry.reader.RegistryReader;
import io.sreobservability.registry.reader.RegistrySource;
import io.sreobservability.registry.reader.RegistrySources;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks annotated methods against the registry and generates what measures them. It claims our annotations, which spares
 * consumers a warning of {@code -Xlint:processing}, and none of other processors. It never throws: whatever goes wrong is one diagnostic.
 */
@AutoService(Processor.class)
public final class SpanProcessor extends AbstractProcessor {
    /** Option: the package that gets the constants of the standard; without it none are written. */
    static final String CONSTANTS_OPTION = "sre.observability.constants";

    /** Option: the folder of the project's own registry; without it there is none. */
    static final String REGISTRY_OPTION = "sre.observability.registry";

    private final Findings findings = new Findings();
    private final Function<Optional<Path>, Registry> registry;
    private @Nullable Session session;
    private boolean broken;

    /** The processor as the compiler makes it: for the standard, shared registries beside it, and the project's own. */
    public SpanProcessor() {
        this(SpanProcessor::compose);
    }

    SpanProcessor(Supplier<Registry> registry) {
        this(folder -> registry.get());
    }

    private SpanProcessor(Function<Optional<Path>, Registry> registry) {
        this.registry = registry;
    }

    /** Shared registries are artifacts on the processor path, which only the class loader of this class sees. */
    private static Registry compose(Optional<Path> folder) {
        ClassLoader loader = Objects.requireNonNull(SpanProcessor.class.getClassLoader());
        List<RegistrySource> sources = new ArrayList<>(RegistrySources.onClassPath(loader));
        folder.map(RegistrySources::inFolder).ifPresent(sources::add);
        return RegistryReader.read(sources);
    }

    /**
     * Ours and the mark of generated types, or their files would be warned of. All, if constants may be wanted, for they
     * are also written for modules without any of our annotations.
     */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return mayWriteConstants() ? Set.of("*") : Set.of(AnnotationNames.PACKAGE + "*", GeneratedMark.NAME);
    }

    private boolean mayWriteConstants() {
        Set<String> options = processingEnv.getOptions().keySet();
        return options.contains(CONSTANTS_OPTION) || options.contains(REGISTRY_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(CONSTANTS_OPTION, REGISTRY_OPTION);
    }

    // Unclaimed annotations of ours would break consumers' builds with -Xlint:all -Werror, and no one else reads them.
    // Where all annotations are asked for, none is claimed unless all are ours, for other processors need theirs.
    @SuppressWarnings("DoNotClaimAnnotations")
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!broken) {
            try {
                process(round);
            } catch (InvalidRegistryException e) {
                broken = true;
                findings.addGlobal(Message.REGISTRY_INVALID, String.valueOf(e.getMessage()));
            } catch (RuntimeException | LinkageError | AssertionError e) {
                broken = true;
                findings.addGlobal(Message.INTERNAL, describe(e));
            }
            findings.print(processingEnv);
        }
        return annotations.stream().allMatch(SpanProcessor::isOurs);
    }

    private static boolean isOurs(TypeElement annotation) {
        String name = annotation.getQualifiedName().toString();
        return name.startsWith(AnnotationNames.PACKAGE) || name.equals(GeneratedMark.NAME);
    }

    private void process(RoundEnvironment round) {
        if (session == null) {
            @Nullable String option = processingEnv.getOptions().get(REGISTRY_OPTION);
            if (option != null && !isFolder(option)) {
                broken = true;
                findings.addGlobal(Message.REGISTRY_FOLDER, option);
                return;
            }
            session = new Session(
                    processingEnv, registry.apply(Optional.ofNullable(option).map(Path::of)), findings);
        }
        session.process(round);
    }

    private static boolean isFolder(String option) {
        try {
            return !option.isBlank() && Files.isDirectory(Path.of(option));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The failure and its place in one line. */
    private static String describe(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return failure + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
