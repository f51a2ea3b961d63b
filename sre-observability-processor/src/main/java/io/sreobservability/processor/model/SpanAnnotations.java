package io.sreobservability.processor.model;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** A first look at a method, of a source or of a class file. */
public final class SpanAnnotations {
    private SpanAnnotations() {}

    /** The span name on the method; empty if it is no span, or none whose name is a text. */
    public static Optional<String> nameOn(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .filter(mirror -> AnnotationNames.SPANS.contains(Mirrors.nameOf(mirror)))
                .flatMap(mirror -> Mirrors.text(mirror, "value").stream())
                .findFirst();
    }
}
