package io.sreobservability.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.MetricCondition;
import io.sreobservability.registry.model.MetricDimension;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A constant of type {@code MetricDefinition} for one metric of the registry. */
final class MetricConstants {
    private final ClassName attributes;

    /** Constants that refer to the attribute constants in this class. */
    MetricConstants(ClassName attributes) {
        this.attributes = attributes;
    }

    FieldSpec field(Metric metric) {
        return FieldSpec.builder(
                        EngineTypes.METRIC,
                        ConstantNames.constant(metric.name()),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(
                        "{@code $L}: $L Dimensions: $L.\n",
                        metric.name(),
                        ConstantNames.javadoc(metric.documentation().brief()),
                        String.join(", ", metric.dimensionSets().get(0)))
                .initializer(definition(metric))
                .build();
    }

    private CodeBlock definition(Metric metric) {
        String factory = metric.value() == Metric.Value.DURATION ? "durationHistogram" : "counter";
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.$L($S)", EngineTypes.METRIC, factory, metric.name())
                .indent()
                .indent()
                .add("\n.description($S)", metric.documentation().brief());
        metric.dimensions().forEach(dimension -> code.add(dimension(dimension)));
        code.add(condition(metric.condition()));
        for (List<String> rollup : metric.rollups()) {
            code.add(
                    "\n.rollup($L)",
                    rollup.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", ")));
        }
        return code.add("\n.build()").unindent().unindent().build();
    }

    private CodeBlock dimension(MetricDimension dimension) {
        if (dimension instanceof MetricDimension.OfAttribute source) {
            return CodeBlock.of(
                    "\n.$L($S, $T.$L)",
                    source.split() ? "splitDimension" : "dimension",
                    source.name(),
                    attributes,
                    ConstantNames.constant(source.attribute().key()));
        }
        return CodeBlock.of(
                "\n.$L($S)",
                dimension instanceof MetricDimension.OfComponent ? "componentDimension" : "componentNameDimension",
                dimension.name());
    }

    private CodeBlock condition(MetricCondition condition) {
        if (condition instanceof MetricCondition.WhenEquals when) {
            return CodeBlock.of(
                    "\n.when($T.$L, $L)",
                    attributes,
                    ConstantNames.constant(when.attribute().key()),
                    when.equals());
        }
        return condition instanceof MetricCondition.OnError ? CodeBlock.of("\n.onError()") : CodeBlock.of("");
    }
}
