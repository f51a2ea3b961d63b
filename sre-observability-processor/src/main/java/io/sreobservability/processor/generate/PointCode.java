package io.sreobservability.processor.generate;

import com.palantir.javapoet.CodeBlock;
import io.sreobservability.processor.plan.PlannedValue;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.SpanFamily;
import java.util.List;
import java.util.stream.Stream;

/** The code that makes one {@code SpanPoint}: for an annotated method, or for spans that are made by hand. */
final class PointCode {
    private final ConstantPlaces places;
    private final CodeBlock.Builder code;

    PointCode(ConstantPlaces places, String spanName) {
        this.places = places;
        this.code = CodeBlock.builder()
                .add("$T.builder($L)", EngineTypes.SPAN_POINT, JavaText.literal(spanName))
                .indent()
                .indent();
    }

    PointCode method(String binaryClassName, String name) {
        code.add("\n.method($L, $S)", JavaText.literal(binaryClassName), name);
        return this;
    }

    /** Kind, component, and the words of the placeholders that the name leaves open. */
    PointCode family(SpanFamily family, String componentName, List<String> placeholders) {
        code.add("\n.kind($T.$L)", EngineTypes.SPAN_KIND, family.kind().name());
        code.add("\n.component($L, $L)", JavaText.literal(family.component()), JavaText.literal(componentName));
        for (String placeholder : placeholders) {
            List<String> words = family.placeholders().getOrDefault(placeholder, List.of());
            if (!words.isEmpty()) {
                code.add("\n.words($L)", literals(Stream.concat(Stream.of(placeholder), words.stream())));
            }
        }
        return this;
    }

    /** The values that are the same for every span, or follow from the words of its name. */
    PointCode values(List<PlannedValue> values) {
        for (PlannedValue value : values) {
            if (value instanceof PlannedValue.Fixed fixed) {
                code.add("\n.fixed($L, $L)", places.attribute(fixed.attribute()), literal(fixed.value()));
            } else if (value instanceof PlannedValue.Derived derived) {
                code.add(
                        "\n.derived($L, $L)",
                        places.attribute(derived.attribute()),
                        JavaText.literal(derived.template()));
            }
        }
        return this;
    }

    /** The values that only spans of this name have. */
    PointCode valuesOn(String name, List<PlannedValue> values) {
        for (PlannedValue value : values) {
            if (value instanceof PlannedValue.Fixed fixed) {
                code.add(
                        "\n.fixedOn($L, $L, $L)",
                        JavaText.literal(name),
                        places.attribute(fixed.attribute()),
                        literal(fixed.value()));
            }
        }
        return this;
    }

    /** What must be there, from a span above at the latest. */
    PointCode required(List<Attribute> attributes) {
        attributes.forEach(attribute -> code.add("\n.required($L)", places.attribute(attribute)));
        return this;
    }

    PointCode metric(Metric metric) {
        code.add("\n.metric($L)", places.metric(metric));
        return this;
    }

    /** A metric that spans of these names alone record. */
    PointCode metric(Metric metric, List<String> names) {
        code.add("\n.metric($L, $L)", places.metric(metric), literals(names.stream()));
        return this;
    }

    CodeBlock build() {
        return code.add("\n.build()").unindent().unindent().build();
    }

    private static CodeBlock literals(Stream<String> texts) {
        return texts.map(JavaText::literal).collect(CodeBlock.joining(", "));
    }

    private static CodeBlock literal(Object value) {
        if (value instanceof Long) {
            return CodeBlock.of("$LL", value);
        }
        if (value instanceof Double) {
            return CodeBlock.of("$Ld", value);
        }
        return value instanceof Boolean ? CodeBlock.of("$L", value) : JavaText.literal((String) value);
    }
}
