package io.sreobservability.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition;
import io.sreobservability.registry.model.MetricDimension;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A constant of type {@code MetricDefinition} for one metric of the registry. */
final class MetricConstants {
    private final ConstantPlaces places;

    MetricConstants(ConstantPlaces places) {
        this.places = places;
    }

    FieldSpec field(Metric metric) {
        FieldSpec.Builder field = FieldSpec.builder(
                EngineTypes.METRIC, places.nameOf(metric), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        return TextConstant.documented(
                        field,
                        metric.name(),
                        metric.documentation().brief() + " Dimensions: "
                                + String.join(", ", metric.dimensionSets().get(0)) + ".",
                        metric.documentation().deprecation())
                .initializer(definition(metric))
                .build();
    }

    private CodeBlock definition(Metric metric) {
        String factory = metric.value() == Metric.Value.DURATION ? "durationHistogram" : "counter";
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.$L($L)", EngineTypes.METRIC, factory, JavaText.literal(metric.name()))
                .indent()
                .indent()
                .add(
                        "\n.description($L)",
                        JavaText.literal(metric.documentation().brief()));
        metric.dimensions().forEach(dimension -> code.add(dimension(dimension)));
        code.add(condition(metric.condition()));
        for (List<String> rollup : metric.rollups()) {
            code.add("\n.rollup($L)", rollup.stream().map(JavaText::literal).collect(CodeBlock.joining(", ")));
        }
        return code.add("\n.build()").unindent().unindent().build();
    }

    private CodeBlock dimension(MetricDimension dimension) {
        if (dimension instanceof MetricDimension.OfAttribute source) {
            return CodeBlock.of(
                    "\n.$L($L, $L)",
                    source.split() ? "splitDimension" : "dimension",
                    JavaText.literal(source.name()),
                    places.attribute(source.attribute()));
        }
        return CodeBlock.of(
                "\n.$L($L)",
                dimension instanceof MetricDimension.OfComponent ? "componentDimension" : "componentNameDimension",
                JavaText.literal(dimension.name()));
    }

    private CodeBlock condition(MetricCondition condition) {
        if (condition instanceof MetricCondition.WhenEquals when) {
            return CodeBlock.of("\n.when($L, $L)", places.attribute(when.attribute()), when.equals());
        }
        return condition instanceof MetricCondition.OnError ? CodeBlock.of("\n.onError()") : CodeBlock.of("");
    }
}
