package io.sreobservability.processor;

import com.google.auto.service.AutoService;
import io.sreobservability.processor.generate.GeneratedMark;
import io.sreobservability.processor.model.AnnotationNames;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims our annotations, and the mark of generated types, after {@link SpanProcessor} has seen them: unclaimed ones would
 * break consumers' builds with {@code -Xlint:all -Werror}. {@link SpanProcessor} cannot do it itself, for it asks for all
 * annotations, and would take those of other processors from them. Compilers call processors in the order of the service
 * file, which is alphabetical; so does this name come second.
 */
@AutoService(Processor.class)
public final class SpanProcessorClaim extends AbstractProcessor {
    /** For the compiler. */
    public SpanProcessorClaim() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(AnnotationNames.PACKAGE + "*", GeneratedMark.NAME);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    // No other processor reads them.
    @SuppressWarnings("DoNotClaimAnnotations")
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }
}
