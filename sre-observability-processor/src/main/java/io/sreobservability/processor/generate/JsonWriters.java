package io.sreobservability.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.sreobservability.processor.model.RedactedMarks;
import io.sreobservability.processor.type.JsonParts;
import io.sreobservability.processor.type.JsonShape;
import io.sreobservability.processor.type.JsonShape.Direct;
import io.sreobservability.processor.type.JsonShape.OfArray;
import io.sreobservability.processor.type.JsonShape.OfCollection;
import io.sreobservability.processor.type.JsonShape.OfMap;
import io.sreobservability.processor.type.JsonShape.OfOptional;
import io.sreobservability.processor.type.JsonShape.OfOptionalNumber;
import io.sreobservability.processor.type.JsonShape.OfRecord;
import io.sreobservability.processor.type.JsonShapes;
import io.sreobservability.processor.type.TypeInspector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * The methods of one binding that write values as JSON, one for each type that is more than one call: by the types that
 * the compiler knows, without reflection. A type that holds itself is written by a method that calls itself; the run time
 * bounds how deep.
 */
final class JsonWriters {
    private static final String SINK = "json";
    private static final String VALUE = "value";

    private final TypeInspector types;
    private final JsonShapes shapes;
    private final Map<String, String> names = new HashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    JsonWriters(TypeInspector types) {
        this.types = types;
        this.shapes = new JsonShapes(types);
    }

    /** Whether the type needs a method here; the run time writes others without. */
    boolean areNeededFor(TypeMirror type) {
        return JsonParts.of(type, shapes, RedactedMarks::isOn).areGenerated();
    }

    /** The methods asked for so far. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    /** The statement that writes a value of this type, which an expression gives, into a sink. */
    CodeBlock write(TypeMirror type, CodeBlock sink, CodeBlock value) {
        JsonShape shape = shapes.of(type).orElseThrow(() -> new IllegalStateException("no JSON: " + type));
        CodeBlock statement = shape instanceof Direct direct
                ? CodeBlock.of("$L.value($L$L)", sink, cast(direct.kind()), value)
                : CodeBlock.of("$L($L, ($T) $L)", writer(types.bound(type), shape), sink, parameter(shape), value);
        return CodeBlock.builder().addStatement("$L", statement).build();
    }

    private static CodeBlock cast(Direct.Kind kind) {
        return switch (kind) {
            case PRIMITIVE -> CodeBlock.of("");
            case TEXT -> CodeBlock.of("($T) ", String.class);
            case ENUM -> CodeBlock.of("($T) ", Enum.class);
            case ANY -> CodeBlock.of("($T) ", Object.class);
        };
    }

    private String writer(TypeMirror type, JsonShape shape) {
        String known = names.get(type.toString());
        if (known != null) {
            return known;
        }
        String name = "json" + names.size();
        names.put(type.toString(), name);
        methods.add(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(EngineTypes.JSON_SINK, SINK)
                .addParameter(parameter(shape), VALUE)
                .beginControlFlow("if ($L == null)", VALUE)
                .addStatement("$L.nothing()", SINK)
                .addStatement("return")
                .endControlFlow()
                .addCode(body(shape))
                .build());
        return name;
    }

    /** The erased type; for containers the JDK's, so that a user's own need not be visible. */
    private TypeName parameter(JsonShape shape) {
        if (shape instanceof OfRecord found) {
            return AccessCode.typeName(types.erasure(found.type()));
        }
        if (shape instanceof OfArray) {
            return ArrayTypeName.of(ClassName.OBJECT);
        }
        if (shape instanceof OfOptionalNumber number) {
            return switch (number.getter()) {
                case "getAsInt" -> ClassName.get(OptionalInt.class);
                case "getAsLong" -> ClassName.get(OptionalLong.class);
                default -> ClassName.get(OptionalDouble.class);
            };
        }
        if (shape instanceof OfOptional) {
            return ClassName.get(Optional.class);
        }
        return ClassName.get(shape instanceof OfMap ? Map.class : Collection.class);
    }

    private CodeBlock body(JsonShape shape) {
        if (shape instanceof OfRecord found) {
            return members(found);
        }
        if (shape instanceof OfArray array) {
            return elements(array.element());
        }
        if (shape instanceof OfCollection collection) {
            return elements(collection.element());
        }
        if (shape instanceof OfMap map) {
            return entries(map);
        }
        if (shape instanceof OfOptional optional) {
            return write(optional.value(), CodeBlock.of(SINK), CodeBlock.of("$L.orElse(null)", VALUE));
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L.isPresent())", VALUE)
                .addStatement("$L.value($L.$L())", SINK, VALUE, ((OfOptionalNumber) shape).getter())
                .nextControlFlow("else")
                .addStatement("$L.nothing()", SINK)
                .endControlFlow()
                .build();
    }

    private CodeBlock members(OfRecord found) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("if ($L.beginObject())", SINK);
        for (JsonShapes.Component component : shapes.components(found.type())) {
            code.beginControlFlow("if ($L.key($L))", SINK, JavaText.literal(component.name()))
                    .add(
                            RedactedMarks.isOn(component.element())
                                    ? CodeBlock.builder()
                                            .addStatement("$L.redacted()", SINK)
                                            .build()
                                    : write(
                                            component.type(),
                                            CodeBlock.of(SINK),
                                            CodeBlock.of("$L.$L()", VALUE, component.name())))
                    .endControlFlow();
        }
        return code.addStatement("$L.endObject()", SINK).endControlFlow().build();
    }

    private CodeBlock elements(TypeMirror type) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L.beginArray())", SINK)
                .beginControlFlow("for ($T element : $L)", Object.class, VALUE)
                .beginControlFlow("if (!$L.more())", SINK)
                .addStatement("break")
                .endControlFlow()
                .add(write(type, CodeBlock.of(SINK), CodeBlock.of("element")))
                .endControlFlow()
                .addStatement("$L.endArray()", SINK)
                .endControlFlow()
                .build();
    }

    private CodeBlock entries(OfMap map) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L.beginObject())", SINK)
                .beginControlFlow("for ($T element : $L.entrySet())", Object.class, VALUE)
                .addStatement("$1T entry = ($1T) element", Map.Entry.class)
                .beginControlFlow("if (!$L.key(entry.getKey()))", SINK)
                .addStatement("break")
                .endControlFlow()
                .add(write(map.value(), CodeBlock.of(SINK), CodeBlock.of("entry.getValue()")))
                .endControlFlow()
                .addStatement("$L.endObject()", SINK)
                .endControlFlow()
                .build();
    }
}
