package io.sreobservability.processor.diagnostic;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a message points to, as exactly as javac allows: a value inside an annotation, the annotation, or the element.
 *
 * @param element the annotated element
 * @param mirror the annotation, or null
 * @param value the value inside the annotation, or null if it is not written there
 */
public record Place(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value) {
    /** The element itself. */
    public static Place of(Element element) {
        return new Place(element, null, null);
    }
}
