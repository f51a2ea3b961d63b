package io.sreobservability.processor.type;

import io.sreobservability.processor.type.JsonShape.Direct;
import io.sreobservability.processor.type.JsonShape.Direct.Kind;
import io.sreobservability.processor.type.JsonShape.OfArray;
import io.sreobservability.processor.type.JsonShape.OfCollection;
import io.sreobservability.processor.type.JsonShape.OfMap;
import io.sreobservability.processor.type.JsonShape.OfOptional;
import io.sreobservability.processor.type.JsonShape.OfOptionalNumber;
import io.sreobservability.processor.type.JsonShape.OfRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Which types can be written as JSON by what the compiler knows of them, and how. */
public final class JsonShapes {
    /** Types of the JDK whose text says all about them; the run time writes that. */
    private static final Set<String> PLAIN_TEXT = Set.of(
            "java.util.UUID",
            "java.lang.CharSequence",
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.lang.Character",
            "java.lang.Boolean");

    /** A type such as {@code record Node<T>(Node<List<T>> next)} has no end; deeper than this the run time cuts anyway. */
    private static final int MOST_NESTED_ARGUMENTS = 8;

    private final TypeInspector types;
    private final Accessors accessors;

    /** Shapes of one compilation's types. */
    public JsonShapes(TypeInspector types) {
        this.types = types;
        this.accessors = new Accessors(types);
    }

    /**
     * A component of a record.
     *
     * @param name its name
     * @param element the component
     * @param type the type of its values, for this record's type arguments
     */
    public record Component(String name, RecordComponentElement element, TypeMirror type) {}

    /**
     * How values of the type are written, not looking at what they hold.
     *
     * @return empty if they can't be written
     * @throws UnresolvedTypeException if the type is not known (yet)
     */
    public Optional<JsonShape> of(TypeMirror given) {
        TypeMirror type = types.bound(given);
        Accessors.requireKnown(type);
        if (type.getKind().isPrimitive()) {
            return Optional.of(new Direct(Kind.PRIMITIVE));
        }
        if (type instanceof ArrayType array) {
            return ofArray(array);
        }
        return type instanceof DeclaredType declared ? ofDeclared(declared) : Optional.empty();
    }

    /** Bytes and characters in arrays are data, not values. */
    private static Optional<JsonShape> ofArray(ArrayType array) {
        TypeKind element = array.getComponentType().getKind();
        if (element == TypeKind.BYTE || element == TypeKind.CHAR) {
            return Optional.empty();
        }
        return Optional.of(element.isPrimitive() ? new Direct(Kind.ANY) : new OfArray(array.getComponentType()));
    }

    private Optional<JsonShape> ofDeclared(DeclaredType type) {
        if (types.isA(type, "java.lang.String")) {
            return Optional.of(new Direct(Kind.TEXT));
        }
        if (types.isA(type, "java.lang.Enum")) {
            return Optional.of(new Direct(Kind.ENUM));
        }
        if (isAny(type) || nesting(type) > MOST_NESTED_ARGUMENTS) {
            return Optional.of(new Direct(Kind.ANY));
        }
        if (types.isA(type, "java.util.Map")) {
            List<? extends TypeMirror> arguments = argumentsOf(type, "java.util.Map");
            return Optional.of(new OfMap(arguments.get(0), arguments.get(1)));
        }
        if (types.isA(type, "java.util.Collection")) {
            return Optional.of(
                    new OfCollection(argumentsOf(type, "java.util.Collection").get(0)));
        }
        if (type.asElement().getKind() == ElementKind.RECORD) {
            return Optional.of(new OfRecord(type));
        }
        return ofOptional(type);
    }

    private Optional<JsonShape> ofOptional(DeclaredType type) {
        return switch (name(type)) {
            case "java.util.Optional" ->
                Optional.of(
                        new OfOptional(argumentsOf(type, "java.util.Optional").get(0)));
            case "java.util.OptionalInt" -> Optional.of(new OfOptionalNumber("getAsInt"));
            case "java.util.OptionalLong" -> Optional.of(new OfOptionalNumber("getAsLong"));
            case "java.util.OptionalDouble" -> Optional.of(new OfOptionalNumber("getAsDouble"));
            default -> Optional.empty();
        };
    }

    private boolean isAny(DeclaredType type) {
        String name = name(type);
        return name.equals("java.lang.Object")
                || PLAIN_TEXT.contains(name)
                || name.matches("java\\.time\\.\\w+")
                || types.isA(type, "java.lang.Number");
    }

    private static String name(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    /** What the type gives for the parameters of a supertype; their bounds if it is raw. */
    private List<? extends TypeMirror> argumentsOf(DeclaredType type, String supertype) {
        DeclaredType found = asSuper(type, supertype).orElse(type);
        List<? extends TypeMirror> arguments = types.withoutWildcards(found).getTypeArguments();
        return arguments.isEmpty()
                ? ((TypeElement) found.asElement())
                        .getTypeParameters().stream()
                                .map(parameter -> types.bound(parameter.asType()))
                                .toList()
                : arguments;
    }

    private Optional<DeclaredType> asSuper(DeclaredType type, String supertype) {
        if (name(type).equals(supertype)) {
            return Optional.of(type);
        }
        return types.types().directSupertypes(types.withoutWildcards(type)).stream()
                .filter(DeclaredType.class::isInstance)
                .map(DeclaredType.class::cast)
                .filter(parent -> types.isA(parent, supertype))
                .findFirst()
                .flatMap(parent -> asSuper(parent, supertype));
    }

    private int nesting(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return 0;
        }
        return declared.getTypeArguments().stream()
                        .mapToInt(this::nesting)
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** The components of a record, in order. */
    public List<Component> components(DeclaredType type) {
        return ElementFilter.recordComponentsIn(type.asElement().getEnclosedElements()).stream()
                .map(component -> new Component(component.getSimpleName().toString(), component, type(component, type)))
                .toList();
    }

    private TypeMirror type(RecordComponentElement component, DeclaredType type) {
        return accessors.of(type).stream()
                .filter(accessor -> accessor.getSimpleName().equals(component.getSimpleName()))
                .findFirst()
                .map(accessor -> accessors.result(accessor, type))
                .orElseGet(component::asType);
    }
}
