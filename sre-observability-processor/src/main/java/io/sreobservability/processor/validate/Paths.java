package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Lookalikes;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.processor.model.RedactedMarks;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.plan.Access.Step;
import io.sreobservability.processor.type.Accessors;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.registry.name.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Resolves a path such as {@code user().id()} step by step against the real types. */
final class Paths {
    private static final Pattern STEP = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\(\\))?");

    private final TypeInspector types;
    private final Accessors accessors;
    private final AccessorRules rules;
    private final Findings findings;

    Paths(TypeInspector types, Findings findings) {
        this.types = types;
        this.accessors = new Accessors(types);
        this.rules = new AccessorRules(types, findings);
        this.findings = findings;
    }

    /**
     * Resolves a path.
     *
     * @param start the type of the parameter or result
     * @param path the path; empty for the value itself
     * @param from the package in which the generated code will stand
     * @return empty if something was reported
     * @throws io.sreobservability.processor.type.UnresolvedTypeException if a type on the way is not known (yet)
     */
    Optional<Access> resolve(TypeMirror start, Written path, PackageElement from) {
        if (!isVisible(start, path, from)) {
            return Optional.empty();
        }
        List<String> names =
                path.text().isEmpty() ? List.of() : List.of(path.text().split("\\.", -1));
        if (!names.stream().allMatch(name -> STEP.matcher(name).matches())) {
            findings.add(Message.PATH_SYNTAX, path.place(), path.text());
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        TypeMirror type = types.bound(start);
        for (String name : names) {
            Optional<TypeMirror> next = step(type, name.replace("()", ""), path, from, steps);
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
        Optional<ExecutableElement> method = find(type, name, path);
        if (method.isEmpty()) {
            return Optional.empty();
        }
        if (!types.isVisibleMember(method.get(), from)) {
            findings.add(
                    Message.PATH_STEP_INACCESSIBLE,
                    path.place(),
                    name,
                    Display.type(type),
                    from.getQualifiedName().toString());
            return Optional.empty();
        }
        TypeMirror result = accessors.result(method.get(), (DeclaredType) type);
        Accessors.requireKnown(result);
        if (!isVisible(result, path, from)) {
            return Optional.empty();
        }
        rules.check(method.get(), type, path);
        if (RedactedMarks.isReadBy(method.get())) {
            findings.add(Message.REDACTED_USED, path.place(), name, Shown.prose("be read by a path"));
            return Optional.empty();
        }
        steps.add(new Step(name + "()", types.erasure(result)));
        return Optional.of(result);
    }

    private Optional<ExecutableElement> find(TypeMirror type, String name, Written path) {
        List<ExecutableElement> candidates = accessors.of(type);
        Optional<ExecutableElement> method = candidates.stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .findFirst();
        if (method.isEmpty()) {
            accessors.requireWholeHierarchy(type);
            findings.add(Message.PATH_STEP_UNKNOWN, path.place(), meant(name, candidates), Display.type(type), name);
        }
        return method;
    }

    /** {@code getName} and {@code name} stand for each other: records have dropped the prefix. */
    private static Optional<String> meant(String name, List<ExecutableElement> candidates) {
        List<String> known = candidates.stream()
                .map(candidate -> candidate.getSimpleName().toString())
                .toList();
        return known.stream()
                .filter(other -> property(other).equalsIgnoreCase(property(name)))
                .findFirst()
                .or(() -> NearestName.of(Lookalikes.replaced(name), known))
                .map(near -> near + "()");
    }

    private static String property(String method) {
        return Arrays.stream(new String[] {"get", "is"})
                .filter(prefix -> method.startsWith(prefix) && method.length() > prefix.length())
                .filter(prefix -> Character.isUpperCase(method.charAt(prefix.length())))
                .findFirst()
                .map(prefix -> method.substring(prefix.length()))
                .orElse(method);
    }

    private boolean isVisible(TypeMirror type, Written path, PackageElement from) {
        if (types.isVisible(types.bound(type), from)) {
            return true;
        }
        findings.add(
                Message.TYPE_INACCESSIBLE,
                path.place(),
                Display.type(type),
                from.getQualifiedName().toString());
        return false;
    }
}
