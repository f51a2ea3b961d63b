package io.sreobservability.processor;

import com.google.auto.service.AutoService;
import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.incremental.EarlierOutput;
import io.sreobservability.processor.model.ClassReader;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Checks annotated methods against the registry and generates what measures them. It claims no annotation; {@link
 * SpanProcessorClaim} does. It never throws: whatever goes wrong is one diagnostic.
 */
@AutoService(Processor.class)
public final class SpanProcessor extends AbstractProcessor {
    /** Option: the package that gets the constants of the standard; without it none are written. */
    static final String CONSTANTS_OPTION = "sre.observability.constants";

    /** Option: the folder of the project's own registry; without it there is none. */
    static final String REGISTRY_OPTION = "sre.observability.registry";

    /** Option: levels of single rules, for example {@code SRE018=off}. */
    static final String LEVELS_OPTION = "sre.observability.levels";

    private final Findings findings = new Findings();
    private final Function<Optional<Path>, Registry> registry;
    private final Set<String> compiled = new TreeSet<>();
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

    /** All: what earlier compilations left must also go when no class has an annotation of ours any more. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(CONSTANTS_OPTION, REGISTRY_OPTION, LEVELS_OPTION);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!broken) {
            try {
                process(round);
            } catch (InvalidRegistryException e) {
                broken = true;
                findings.addGlobal(Message.REGISTRY_INVALID, Shown.prose(sentence(String.valueOf(e.getMessage()))));
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                broken = true;
                findings.addGlobal(Message.INTERNAL, Shown.prose(describe(e)));
            }
            findings.print(processingEnv);
        }
        return false;
    }

    private void process(RoundEnvironment round) {
        if (session == null) {
            Set<TypeElement> types = ElementFilter.typesIn(round.getRootElements());
            types.forEach(type -> compiled.add(type.getQualifiedName().toString()));
            boolean wanted = mayWriteConstants() || types.stream().anyMatch(ClassReader::hasAnnotations);
            if (wanted || round.processingOver()) {
                open(wanted);
            }
        }
        if (session != null) {
            session.process(round);
        }
    }

    private boolean mayWriteConstants() {
        Set<String> options = processingEnv.getOptions().keySet();
        return options.contains(CONSTANTS_OPTION) || options.contains(REGISTRY_OPTION);
    }

    /** A module without any of our annotations, and without leftovers of them, is spared the reading of registries. */
    private void open(boolean wanted) {
        EarlierOutput earlier = new EarlierOutput(processingEnv.getFiler(), compiled);
        if (!wanted && earlier.isEmpty()) {
            return;
        }
        findings.readLevels(option(processingEnv, LEVELS_OPTION).orElse(""));
        @Nullable String option = option(processingEnv, REGISTRY_OPTION).orElse(null);
        if (option != null && !isFolder(option)) {
            broken = true;
            findings.addGlobal(Message.REGISTRY_FOLDER, Shown.prose(option));
            return;
        }
        Registry all = registry.apply(Optional.ofNullable(option).map(Path::of));
        session = new Session(processingEnv, all, earlier, findings);
    }

    /** An option's value; none if it is not given. One that is given without a value comes as null, and is the empty text. */
    static Optional<String> option(ProcessingEnvironment environment, String name) {
        Map<String, String> options = environment.getOptions();
        return options.containsKey(name)
                ? Optional.of(Objects.requireNonNullElse(options.get(name), ""))
                : Optional.empty();
    }

    private static boolean isFolder(String option) {
        try {
            return !option.isBlank() && Files.isDirectory(Path.of(option));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Findings go on after the message. */
    private static String sentence(String message) {
        return message.endsWith("?") ? message : message + ".";
    }

    /** The failure and its place in one line. */
    private static String describe(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return failure + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
