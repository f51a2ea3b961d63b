package io.sreobservability.processor.type;

import io.sreobservability.processor.type.JsonShape.Direct;
import io.sreobservability.processor.type.JsonShape.OfArray;
import io.sreobservability.processor.type.JsonShape.OfCollection;
import io.sreobservability.processor.type.JsonShape.OfMap;
import io.sreobservability.processor.type.JsonShape.OfOptional;
import io.sreobservability.processor.type.JsonShape.OfOptionalNumber;
import io.sreobservability.processor.type.JsonShape.OfRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Everything that a value which is to be written as JSON may hold, as far as the declaration tells: {@code Map<String,
 * Object>} is taken, {@code List<Thread>} is not, nor a record with such a component.
 */
public final class JsonParts {
    private final JsonShapes shapes;
    private final Predicate<RecordComponentElement> redacted;
    private final Set<String> seen = new HashSet<>();
    private final List<DeclaredType> records = new ArrayList<>();
    private Optional<Refused> refused = Optional.empty();
    private boolean generated;

    /**
     * A type that can't be written.
     *
     * @param type the type
     * @param path the components that lead to it, or empty
     */
    public record Refused(TypeMirror type, String path) {}

    private JsonParts(JsonShapes shapes, Predicate<RecordComponentElement> redacted) {
        this.shapes = shapes;
        this.redacted = redacted;
    }

    /**
     * The parts of a type.
     *
     * @param redacted says which components are never read
     * @throws UnresolvedTypeException if a part is not known (yet)
     */
    public static JsonParts of(TypeMirror type, JsonShapes shapes, Predicate<RecordComponentElement> redacted) {
        JsonParts parts = new JsonParts(shapes, redacted);
        parts.visit(type, "");
        return parts;
    }

    /** The first part that can't be written. */
    public Optional<Refused> refused() {
        return refused;
    }

    /** Whether code must be generated to write it; else the run time can do it without. */
    public boolean areGenerated() {
        return generated;
    }

    /** The records among them. */
    public List<DeclaredType> records() {
        return List.copyOf(records);
    }

    private void visit(TypeMirror type, String path) {
        if (refused.isPresent()) {
            return;
        }
        Optional<JsonShape> shape = shapes.of(type);
        if (shape.isEmpty()) {
            refused = Optional.of(new Refused(type, path));
        } else if (!(shape.get() instanceof Direct) && seen.add(type.toString())) {
            visit(shape.get(), path);
        }
    }

    private void visit(JsonShape shape, String path) {
        if (shape instanceof OfArray array) {
            visit(array.element(), path);
        } else if (shape instanceof OfCollection collection) {
            visit(collection.element(), path);
        } else if (shape instanceof OfMap map) {
            visitKey(map.key(), path);
            visit(map.value(), path);
        } else if (shape instanceof OfOptional optional) {
            generated = true;
            visit(optional.value(), path);
        } else if (shape instanceof OfOptionalNumber) {
            generated = true;
        } else if (shape instanceof OfRecord found) {
            generated = true;
            records.add(found.type());
            shapes.components(found.type()).stream()
                    .filter(component -> !redacted.test(component.element()))
                    .forEach(component ->
                            visit(component.type(), path.isEmpty() ? component.name() : path + "." + component.name()));
        }
    }

    /** Keys become text, so they must be one value each. */
    private void visitKey(TypeMirror type, String path) {
        if (refused.isEmpty() && !(shapes.of(type).orElse(null) instanceof Direct)) {
            refused = Optional.of(new Refused(type, path));
        }
    }
}
