package io.sreobservability.processor.type;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods of a type that a path may call: instance methods without arguments that return something. */
public final class Accessors {
    private final TypeInspector types;

    /** Accessors of one compilation's types. */
    public Accessors(TypeInspector types) {
        this.types = types;
    }

    /**
     * The accessors of a type, own and inherited, those of the type itself first and in the order of the source; none for
     * primitive types and arrays.
     */
    public List<ExecutableElement> of(TypeMirror type) {
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

    /** What an accessor returns when it is called on this type. */
    public TypeMirror result(ExecutableElement accessor, DeclaredType type) {
        DeclaredType known = types.withoutWildcards(type);
        return types.bound(((ExecutableType) types.types().asMemberOf(known, accessor)).getReturnType());
    }

    /**
     * Makes sure that all supertypes are known, so that a method which is not found is truly not there.
     *
     * @throws UnresolvedTypeException if one is not
     */
    public void requireWholeHierarchy(TypeMirror type) {
        requireWholeHierarchy(type, new HashSet<>());
    }

    private void requireWholeHierarchy(TypeMirror type, Set<Element> seen) {
        requireKnown(type);
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && seen.add(element)) {
            requireWholeHierarchy(element.getSuperclass(), seen);
            element.getInterfaces().forEach(parent -> requireWholeHierarchy(parent, seen));
        }
    }

    /**
     * Makes sure that a type is known.
     *
     * @throws UnresolvedTypeException if it is not
     */
    public static void requireKnown(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(type.toString());
        }
    }
}
