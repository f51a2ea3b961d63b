package io.sreobservability.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.sreobservability.processor.plan.Access;
import io.sreobservability.processor.type.ValueKind;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Code of one binding that sets attributes. */
final class AttributeCode {
    private final ConstantPlaces places;
    private final JsonWriters json;

    AttributeCode(ConstantPlaces places, JsonWriters json) {
        this.places = places;
        this.json = json;
    }

    /** The methods that the code calls. */
    List<MethodSpec> writers() {
        return json.methods();
    }

    /** Reads the value and sets the attribute; content that must not leave is not even read. */
    CodeBlock set(Attribute attribute, Access access, String root) {
        CodeBlock code = AccessCode.walk(access, root, value -> use(attribute, access, value));
        boolean content = attribute.traits().sensitivity() == Sensitivity.CONTENT;
        if (!content || (access.steps().isEmpty() && !isGenerated(attribute, access))) {
            return code;
        }
        return CodeBlock.builder()
                .beginControlFlow("if (frame.wants($L))", places.attribute(attribute))
                .add(code)
                .endControlFlow()
                .build();
    }

    private boolean isGenerated(Attribute attribute, Access access) {
        return attribute.traits().json() && json.areNeededFor(access.type());
    }

    private CodeBlock use(Attribute attribute, Access access, String value) {
        return isGenerated(attribute, access)
                ? document(places.attribute(attribute), access.type(), value)
                : CodeBlock.builder()
                        .addStatement("frame.$L", setter(attribute, access.kind(), value))
                        .build();
    }

    /** What a component throws costs the attribute only. */
    private CodeBlock document(CodeBlock constant, TypeMirror type, String value) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(json.write(type, CodeBlock.of("frame.beginJson($L)", constant), CodeBlock.of("$L", value)))
                .addStatement("frame.endJson($L)", constant)
                .nextControlFlow("catch ($T inValue)", Throwable.class)
                .addStatement("frame.dropValue(inValue)")
                .endControlFlow()
                .build();
    }

    private CodeBlock setter(Attribute attribute, ValueKind kind, String value) {
        CodeBlock constant = places.attribute(attribute);
        if (attribute.traits().json()) {
            return CodeBlock.of("setJson($L, $L)", constant, value);
        }
        return switch (kind) {
            case TEXT -> CodeBlock.of("setString($L, $L)", constant, value);
            case ENUM -> CodeBlock.of("setEnum($L, $L)", constant, value);
            case INTEGER -> CodeBlock.of("setLong($L, $L)", constant, value);
            case BOXED_INTEGER -> CodeBlock.of("setLong($L, $L.longValue())", constant, value);
            case DECIMAL -> CodeBlock.of("setDouble($L, $L)", constant, value);
            case BOXED_DECIMAL -> CodeBlock.of("setDouble($L, $L.doubleValue())", constant, value);
            case BOOLEAN -> CodeBlock.of("setBoolean($L, $L)", constant, value);
            case BOXED_BOOLEAN -> CodeBlock.of("setBoolean($L, $L.booleanValue())", constant, value);
            case CONTAINER, OTHER -> throw new IllegalStateException(attribute.key() + " from " + kind);
        };
    }
}
