package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Place;
import io.sreobservability.processor.model.AnnotatedMethod;
import io.sreobservability.processor.model.SpanAnnotations;
import io.sreobservability.processor.type.TypeInspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Whether methods override measured ones. Supertypes on the class path are seen too, for our annotations are kept in class
 * files.
 */
final class Overrides {
    private final TypeInspector types;
    private final Findings findings;
    private final Map<TypeElement, List<ExecutableElement>> measured = new HashMap<>();

    Overrides(TypeInspector types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /** A measured method that overrides another measured one. */
    void check(AnnotatedMethod method) {
        overridden(method.owner(), method.element(), inherited(method.owner()))
                .ifPresent(other -> findings.add(
                        Message.OVERRIDES_MEASURED, method.spans().get(0).place(), Display.method(other)));
    }

    /** Methods of a type and of those nested in it that override a measured one and are not measured themselves. */
    void checkUnmeasured(TypeElement type) {
        List<ExecutableElement> inherited = inherited(type);
        if (!inherited.isEmpty()) {
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
                    .filter(method -> SpanAnnotations.nameOn(method).isEmpty())
                    .forEach(method -> overridden(type, method, inherited)
                            .ifPresent(other -> findings.add(
                                    Message.OVERRIDE_UNMEASURED,
                                    Place.of(method),
                                    Display.method(other),
                                    SpanAnnotations.nameOn(other).orElse(""))));
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::checkUnmeasured);
    }

    private Optional<ExecutableElement> overridden(
            TypeElement owner, ExecutableElement method, List<ExecutableElement> inherited) {
        return inherited.stream()
                .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
                .filter(other -> types.elements().overrides(method, other, owner))
                .findFirst();
    }

    /** The measured methods of all supertypes. */
    private List<ExecutableElement> inherited(TypeElement type) {
        Set<TypeElement> supertypes = new LinkedHashSet<>();
        collectSupertypes(type, supertypes);
        List<ExecutableElement> methods = new ArrayList<>();
        supertypes.forEach(supertype -> methods.addAll(measured.computeIfAbsent(supertype, Overrides::measuredIn)));
        return methods;
    }

    private static List<ExecutableElement> measuredIn(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> SpanAnnotations.nameOn(method).isPresent())
                .toList();
    }

    /** Supertypes, nearest first. The JDK's are left out: they are many, and none of them is measured. */
    private static void collectSupertypes(TypeElement type, Set<TypeElement> found) {
        List<TypeMirror> parents = new ArrayList<>(List.of(type.getSuperclass()));
        parents.addAll(type.getInterfaces());
        for (TypeMirror parent : parents) {
            if (parent.getKind() == TypeKind.DECLARED
                    && ((DeclaredType) parent).asElement() instanceof TypeElement element
                    && !element.getQualifiedName().toString().startsWith("java.")
                    && found.add(element)) {
                collectSupertypes(element, found);
            }
        }
    }
}
