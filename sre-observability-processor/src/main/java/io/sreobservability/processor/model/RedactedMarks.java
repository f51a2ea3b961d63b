package io.sreobservability.processor.model;

import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.ElementFilter;

/** Finds {@code @Redacted}, in sources and in class files. */
public final class RedactedMarks {
    private RedactedMarks() {}

    /**
     * Whether a component of a record is marked. Compilers copy the mark to the parameter of the canonical constructor,
     * and some show it only there when they read a class file.
     */
    public static boolean isOn(RecordComponentElement component) {
        Element owner = Objects.requireNonNull(component.getEnclosingElement());
        return isMarked(component)
                || ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
                        .filter(constructor -> isCanonical(constructor, owner))
                        .flatMap(constructor -> constructor.getParameters().stream())
                        .filter(parameter -> parameter.getSimpleName().equals(component.getSimpleName()))
                        .anyMatch(RedactedMarks::isMarked);
    }

    /** Whether a method returns a component that is marked. */
    public static boolean isReadBy(ExecutableElement accessor) {
        Optional<Element> owner = Optional.ofNullable(accessor.getEnclosingElement())
                .filter(type -> type.getKind() == ElementKind.RECORD);
        return owner.stream()
                .flatMap(type -> ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream())
                .filter(component -> component.getSimpleName().equals(accessor.getSimpleName()))
                .anyMatch(RedactedMarks::isOn);
    }

    private static boolean isMarked(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> Mirrors.nameOf(mirror).equals(AnnotationNames.REDACTED));
    }

    private static boolean isCanonical(ExecutableElement constructor, Element owner) {
        return constructor.getParameters().size()
                == ElementFilter.recordComponentsIn(owner.getEnclosedElements()).size();
    }
}
