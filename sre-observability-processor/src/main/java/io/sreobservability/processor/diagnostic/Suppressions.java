package io.sreobservability.processor.diagnostic;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Whether the source asks not to be told: {@code @SuppressWarnings("SRE018")} on the element or around it. */
final class Suppressions {
    private Suppressions() {}

    static boolean cover(Element place, Message message) {
        for (@Nullable Element element = place; element != null; element = element.getEnclosingElement()) {
            for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
                if (isSuppressWarnings(mirror) && names(mirror, message.code())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSuppressWarnings(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.SuppressWarnings");
    }

    private static boolean names(AnnotationMirror mirror, String code) {
        return mirror.getElementValues().values().stream().anyMatch(value -> holds(value, code));
    }

    private static boolean holds(AnnotationValue value, String code) {
        return value.getValue() instanceof Iterable<?> list ? anyHolds(list, code) : code.equals(value.getValue());
    }

    private static boolean anyHolds(Iterable<?> values, String code) {
        for (Object value : values) {
            if (value instanceof AnnotationValue single && holds(single, code)) {
                return true;
            }
        }
        return false;
    }
}
