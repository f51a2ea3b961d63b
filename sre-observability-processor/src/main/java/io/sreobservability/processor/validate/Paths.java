package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.Access.Step;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.registry.name.NearestName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Resolves a path such as {@code user().id()} step by step against the real types. */
final class Paths {
    private static final String IDENTIFIER = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final String PATH = IDENTIFIER + "(\\(\\))?(\\." + IDENTIFIER + "(\\(\\))?)*";

    private final TypeInspector types;
    private final Findings findings;

    Paths(TypeInspector types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /**
     * Resolves a path.
     *
     * @param start the type of the parameter or result
     * @param path the path; empty for the value itself
     * @param from the package in which the generated code will stand
     * @return empty if something was reported
     */
    Optional<Access> resolve(TypeMirror start, Written path, PackageElement from) {
        if (!isVisible(start, path, from)) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        TypeMirror type = types.bound(start);
        if (!path.text().isEmpty() && !path.text().matches(PATH)) {
            findings.add(Message.PATH_SYNTAX, path.place(), path.text());
            return Optional.empty();
        }
        List<String> names = path.text().isEmpty()
                ? List.of()
                : List.of(path.text().replace("()", "").split("\\."));
        for (String name : names) {
            Optional<TypeMirror> next = step(type, name, path, from, steps);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            type = next.get();
        }
        return Optional.of(new Access(types.erasure(types.bound(start)), steps, type, types.kind(type)));
    }

    private Optional<TypeMirror> step(
            TypeMirror type, String name, Written path, PackageElement from, List<Step> steps) {
        if (type.getKind() == TypeKind.ARRAY && name.equals("length")) {
            TypeMirror length = types.types().getPrimitiveType(TypeKind.INT);
            steps.add(new Step("length", length));
            return Optional.of(length);
        }
        List<ExecutableElement> candidates = valueMethods(type);
        Optional<ExecutableElement> method = candidates.stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .findFirst();
        if (method.isEmpty()) {
            Optional<String> meant = NearestName.of(
                            name,
                            candidates.stream()
                                    .map(candidate -> candidate.getSimpleName().toString())
                                    .toList())
                    .map(near -> near + "()");
            findings.add(Message.PATH_STEP_UNKNOWN, path.place(), meant, Display.type(type), name);
            return Optional.empty();
        }
        if (!types.isVisibleMember(method.get(), from)) {
            findings.add(
                    Message.PATH_STEP_INACCESSIBLE, path.place(), name, Display.type(type), from.getQualifiedName());
            return Optional.empty();
        }
        TypeMirror result = types.bound(resultOf(method.get(), (DeclaredType) type));
        if (!isVisible(result, path, from)) {
            return Optional.empty();
        }
        steps.add(new Step(name + "()", types.erasure(result)));
        return Optional.of(result);
    }

    private TypeMirror resultOf(ExecutableElement method, DeclaredType type) {
        // Capture turns the wildcard of Optional<? extends Pod> into a variable whose bound says what get() returns.
        DeclaredType captured = (DeclaredType) types.types().capture(type);
        return ((ExecutableType) types.types().asMemberOf(captured, method)).getReturnType();
    }

    /** Instance methods without arguments that return something, own and inherited, nearest declaration first. */
    private List<ExecutableElement> valueMethods(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return List.of();
        }
        TypeElement element = (TypeElement) declared.asElement();
        // Interfaces have the methods of Object, too, but the compiler does not list them as members.
        Stream<ExecutableElement> members = Stream.concat(
                ElementFilter.methodsIn(types.elements().getAllMembers(element)).stream(),
                ElementFilter.methodsIn(
                        types.elements().getTypeElement("java.lang.Object").getEnclosedElements())
                        .stream());
        return members.filter(method -> method.getParameters().isEmpty())
                .filter(method -> method.getReturnType().getKind() != TypeKind.VOID)
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .sorted(Comparator.comparing(
                        (ExecutableElement method) -> !element.equals(method.getEnclosingElement())))
                .toList();
    }

    private boolean isVisible(TypeMirror type, Written path, PackageElement from) {
        if (types.isVisible(types.bound(type), from)) {
            return true;
        }
        findings.add(Message.TYPE_INACCESSIBLE, path.place(), Display.type(type), from.getQualifiedName());
        return false;
    }
}
