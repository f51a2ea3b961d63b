package io.sreobservability.processor.validate;

import io.sreobservability.processor.model.RedactedMarks;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.type.Accessors;
import io.sreobservability.processor.type.JsonParts;
import io.sreobservability.processor.type.JsonShapes;
import io.sreobservability.processor.type.TypeInspector;
import io.sreobservability.processor.type.ValueKind;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which Java types become which attribute types, and how to get from a type that does not fit to one that does. */
final class Conversions {
    /** Steps from well-known types that mean what one would expect. */
    private static final List<KnownStep> KNOWN = List.of(
            new KnownStep("java.time.Duration", "toMillis()", Scalar.INT),
            new KnownStep("java.time.Instant", "toEpochMilli()", Scalar.INT),
            new KnownStep("java.util.Collection", "size()", Scalar.INT),
            new KnownStep("java.util.Map", "size()", Scalar.INT),
            new KnownStep("java.lang.Number", "longValue()", Scalar.INT),
            new KnownStep("java.lang.Number", "doubleValue()", Scalar.DOUBLE),
            new KnownStep("java.lang.Class", "getName()", Scalar.STRING));

    private static final Set<ValueKind> TEXTS = Set.of(ValueKind.TEXT, ValueKind.ENUM);

    private final TypeInspector types;
    private final Accessors accessors;
    private final JsonShapes shapes;

    private record KnownStep(String type, String step, Scalar target) {}

    Conversions(TypeInspector types) {
        this.types = types;
        this.accessors = new Accessors(types);
        this.shapes = new JsonShapes(types);
    }

    boolean fits(TypeMirror type, Attribute attribute) {
        if (attribute.traits().json()) {
            return !types.isObject(type) && json(type).refused().isEmpty();
        }
        ValueKind kind = types.kind(type);
        return switch (scalar(attribute)) {
            case STRING -> TEXTS.contains(kind);
            case INT -> kind == ValueKind.INTEGER || kind == ValueKind.BOXED_INTEGER;
            case DOUBLE -> kind == ValueKind.DECIMAL || kind == ValueKind.BOXED_DECIMAL;
            case BOOLEAN -> kind == ValueKind.BOOLEAN || kind == ValueKind.BOXED_BOOLEAN;
        };
    }

    /** What a value of the type may hold. */
    JsonParts json(TypeMirror type) {
        return JsonParts.of(type, shapes, RedactedMarks::isOn);
    }

    /** The types that convert, in words. */
    static String taken(Attribute attribute) {
        if (attribute.traits().json()) {
            return "String, enums, numbers, booleans, UUIDs, types of java.time, and records, Optionals, arrays, collections"
                    + " and maps of them";
        }
        return switch (scalar(attribute)) {
            case STRING -> "String and enums";
            case INT -> "byte, short, int, long and their boxes";
            case DOUBLE -> "float, double and their boxes";
            case BOOLEAN -> "boolean and Boolean";
        };
    }

    /** The step from a value that does not fit to one that does, for example {@code toMillis()}. */
    Optional<String> step(Access access, Attribute attribute, PackageElement from) {
        TypeMirror type = access.type();
        if (type.getKind() == TypeKind.ARRAY) {
            return scalar(attribute) == Scalar.INT ? Optional.of("length") : Optional.empty();
        }
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        return Stream.of(known(type, attribute), own(declared, attribute, from), text(declared, attribute))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> known(TypeMirror type, Attribute attribute) {
        return KNOWN.stream()
                .filter(known -> known.target() == scalar(attribute) && types.isA(type, known.type()))
                .map(KnownStep::step)
                .findFirst();
    }

    /** The first accessor that the user's type declares itself and whose result fits. */
    private Optional<String> own(DeclaredType type, Attribute attribute, PackageElement from) {
        if (isOfTheJdk(type)) {
            return Optional.empty();
        }
        return accessors.of(type).stream()
                .filter(accessor -> type.asElement().equals(accessor.getEnclosingElement()))
                .filter(accessor -> isPlain(accessor, from))
                .filter(accessor -> fits(accessors.result(accessor, type), attribute))
                .map(accessor -> accessor.getSimpleName() + "()")
                .findFirst();
    }

    private boolean isPlain(ExecutableElement accessor, PackageElement from) {
        String name = accessor.getSimpleName().toString();
        return types.isVisibleMember(accessor, from)
                && accessor.getThrownTypes().isEmpty()
                && !name.equals("hashCode")
                && !name.equals("toString");
    }

    /** The text of a JDK type is documented; that of a user's type may be anything. */
    private static Optional<String> text(DeclaredType type, Attribute attribute) {
        return scalar(attribute) == Scalar.STRING
                        && isOfTheJdk(type)
                        && type.getTypeArguments().isEmpty()
                ? Optional.of("toString()")
                : Optional.empty();
    }

    private static boolean isOfTheJdk(DeclaredType type) {
        String name = type.asElement().toString();
        return name.startsWith("java.") && !name.equals("java.lang.Object");
    }

    private static Scalar scalar(Attribute attribute) {
        return attribute.type() instanceof Scalar scalar ? scalar : Scalar.STRING;
    }
}
