package io.sreobservability.processor;

import com.google.auto.service.AutoService;
import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.generate.GeneratedMark;
import io.sreobservability.processor.model.AnnotationNames;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.reader.InvalidRegistryException;
import io.sreobservability.registry.reader.RegistryReader;
import java.util.Set;
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

    private final Findings findings = new Findings();
    private final Supplier<Registry> registry;
    private @Nullable Session session;
    private boolean broken;

    /** The processor as the compiler makes it, for the standard. */
    public SpanProcessor() {
        this(RegistryReader::standard);
    }

    SpanProcessor(Supplier<Registry> registry) {
        this.registry = registry;
    }

    /**
     * Ours and the mark of generated types, or their files would be warned of. All, if constants are wanted, for they are
     * also written for modules without any of our annotations.
     */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return writesConstants() ? Set.of("*") : Set.of(AnnotationNames.PACKAGE + "*", GeneratedMark.NAME);
    }

    private boolean writesConstants() {
        return processingEnv.getOptions().containsKey(CONSTANTS_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(CONSTANTS_OPTION);
    }

    // Unclaimed annotations of ours would break consumers' builds with -Xlint:all -Werror, and no one else reads them.
    // Where all annotations are asked for, none is claimed, for other processors need theirs.
    @SuppressWarnings("DoNotClaimAnnotations")
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!broken) {
            try {
                if (session == null) {
                    session = new Session(processingEnv, registry.get(), findings);
                }
                session.process(round);
            } catch (InvalidRegistryException e) {
                broken = true;
                findings.addGlobal(Message.REGISTRY_INVALID, String.valueOf(e.getMessage()));
            } catch (RuntimeException | LinkageError | AssertionError e) {
                broken = true;
                findings.addGlobal(Message.INTERNAL, describe(e));
            }
            findings.print(processingEnv);
        }
        return !writesConstants();
    }

    /** The failure and its place in one line. */
    private static String describe(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return failure + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
