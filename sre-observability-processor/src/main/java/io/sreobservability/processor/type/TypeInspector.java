package io.sreobservability.processor.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Answers questions about types of the compilation. */
public final class TypeInspector {
    private static final String STAGE = "java.util.concurrent.CompletionStage";

    /** Results whose work goes on after the method has returned, and whose end can't be seen without wrapping them. */
    private static final List<String> UNOBSERVABLE = List.of(
            "java.util.concurrent.Future",
            "java.util.concurrent.Flow.Publisher",
            "org.reactivestreams.Publisher",
            "java.util.stream.BaseStream",
            "java.util.Iterator",
            "java.util.Spliterator");

    private static final Set<String> BOXES = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double");

    private final Elements elements;
    private final Types types;

    /** An inspector for one compilation. */
    public TypeInspector(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The compilation's elements. */
    public Elements elements() {
        return elements;
    }

    /** The compilation's types. */
    public Types types() {
        return types;
    }

    /** The type as the class file knows it. */
    public TypeMirror erasure(TypeMirror type) {
        return types.erasure(type);
    }

    /** What is known of a value of this type: the bound of a variable or wildcard, the first bound of several. */
    public TypeMirror bound(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            TypeMirror upper = variable.getUpperBound();
            // The Eclipse compiler gives a variable with several bounds as its own bound.
            return upper.getKind() == TypeKind.TYPEVAR && types.isSameType(upper, type) ? erasure(type) : bound(upper);
        }
        if (type instanceof WildcardType wildcard) {
            @Nullable TypeMirror extended = wildcard.getExtendsBound();
            return extended == null ? object() : bound(extended);
        }
        return type instanceof IntersectionType intersection
                ? bound(intersection.getBounds().get(0))
                : type;
    }

    /**
     * The type with each wildcard replaced by what is known of it: {@code Optional<? extends Pod>} becomes {@code
     * Optional<Pod>}, so that {@code get()} is seen to return a Pod. (Capture conversion would do, but the Eclipse compiler
     * does not offer it to processors.)
     */
    public DeclaredType withoutWildcards(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.stream().noneMatch(WildcardType.class::isInstance)) {
            return type;
        }
        TypeElement element = (TypeElement) type.asElement();
        TypeMirror[] known = new TypeMirror[arguments.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = arguments.get(i) instanceof WildcardType wildcard
                    ? known(wildcard, element.getTypeParameters().get(i))
                    : arguments.get(i);
        }
        return type.getEnclosingType() instanceof DeclaredType outer
                ? types.getDeclaredType(outer, element, known)
                : types.getDeclaredType(element, known);
    }

    /** The narrower of the wildcard's own bound and that of the parameter it stands for. */
    private TypeMirror known(WildcardType wildcard, TypeParameterElement parameter) {
        TypeMirror declared = erasure(bound(parameter.asType()));
        @Nullable TypeMirror own = wildcard.getExtendsBound();
        return own == null || types.isSubtype(declared, erasure(own)) ? declared : own;
    }

    private TypeMirror object() {
        return elements.getTypeElement("java.lang.Object").asType();
    }

    /** Whether the type is this class or interface or a subtype of it, whatever its type arguments. */
    public boolean isA(TypeMirror type, String qualifiedName) {
        @Nullable TypeElement element = elements.getTypeElement(qualifiedName);
        return element != null && types.isAssignable(types.erasure(type), types.erasure(element.asType()));
    }

    /**
     * What a stage completes with: {@code Pod} for {@code CompletableFuture<Pod>} and its subclasses; empty if the type is
     * no {@code CompletionStage}, which alone can be observed without replacing it.
     */
    public Optional<TypeMirror> completed(TypeMirror type) {
        return stage(bound(type))
                .map(stage -> stage.getTypeArguments().isEmpty()
                        ? object()
                        : bound(withoutWildcards(stage).getTypeArguments().get(0)));
    }

    /** The {@code CompletionStage} among the type and its supertypes, with its type argument. */
    private Optional<DeclaredType> stage(TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !isA(type, STAGE)) {
            return Optional.empty();
        }
        return isQualified(declared, STAGE)
                ? Optional.of(declared)
                : types.directSupertypes(declared).stream()
                        .flatMap(parent -> stage(parent).stream())
                        .findFirst();
    }

    /** Whether a method with this result may return before its work is done, without any way to see when it is. */
    public boolean endsUnseen(TypeMirror type) {
        TypeMirror bound = bound(type);
        return bound.getKind() == TypeKind.DECLARED
                && !isA(bound, STAGE)
                && UNOBSERVABLE.stream().anyMatch(name -> isA(bound, name));
    }

    /** What kind of value the type holds. */
    public ValueKind kind(TypeMirror given) {
        TypeMirror type = bound(given);
        TypeMirror unboxed = unboxed(type);
        boolean boxed = !type.getKind().isPrimitive();
        switch (unboxed.getKind()) {
            case BOOLEAN -> {
                return boxed ? ValueKind.BOXED_BOOLEAN : ValueKind.BOOLEAN;
            }
            case BYTE, SHORT, INT, LONG -> {
                return boxed ? ValueKind.BOXED_INTEGER : ValueKind.INTEGER;
            }
            case FLOAT, DOUBLE -> {
                return boxed ? ValueKind.BOXED_DECIMAL : ValueKind.DECIMAL;
            }
            default -> {
                return objectKind(type);
            }
        }
    }

    private ValueKind objectKind(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return ValueKind.CONTAINER;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return ValueKind.OTHER;
        }
        if (isA(type, "java.lang.String")) {
            return ValueKind.TEXT;
        }
        if (isA(type, "java.lang.Enum")) {
            return ValueKind.ENUM;
        }
        return isA(type, "java.util.Map") || isA(type, "java.util.Collection") ? ValueKind.CONTAINER : ValueKind.OTHER;
    }

    private TypeMirror unboxed(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && BOXES.contains(qualifiedName(type))
                ? types.unboxedType(type)
                : type;
    }

    private boolean isQualified(DeclaredType type, String name) {
        return qualifiedName(type).equals(name);
    }

    private String qualifiedName(TypeMirror type) {
        return ((TypeElement) types.asElement(type)).getQualifiedName().toString();
    }

    /** Whether nothing is known of values of this type. */
    public boolean isObject(TypeMirror type) {
        return types.isSameType(bound(type), object());
    }

    /** Whether code in this package can name the type. Type arguments do not matter: generated code uses erased types. */
    public boolean isVisible(TypeMirror type, PackageElement from) {
        TypeMirror erased = erasure(type);
        if (erased instanceof ArrayType array) {
            return isVisible(array.getComponentType(), from);
        }
        return !(erased instanceof DeclaredType declared) || isVisible(declared.asElement(), from);
    }

    private boolean isVisible(Element type, PackageElement from) {
        for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (!isVisibleMember(e, from)) {
                return false;
            }
        }
        return true;
    }

    /** Whether code in this package can use a member, given that it can use the member's class. */
    public boolean isVisibleMember(Element member, PackageElement from) {
        if (member.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        return member.getModifiers().contains(Modifier.PUBLIC)
                || elements.getPackageOf(member).equals(from);
    }

    /** The top-level class around an element. */
    public Element outermost(Element element) {
        Element outermost = element;
        for (@Nullable Element e = element;
                e != null && e.getKind() != ElementKind.PACKAGE;
                e = e.getEnclosingElement()) {
            outermost = e;
        }
        return outermost;
    }

    /** The package of an element. */
    public PackageElement packageOf(Element element) {
        return elements.getPackageOf(element);
    }
}
