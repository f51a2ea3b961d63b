package io.sreobservability.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.Layer;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where the constants of attributes and metrics stand: in the package of the last registry that defined or changed them.
 * The standard's constants ship with the run time, those of other registries with the registry or with their first user.
 */
public final class ConstantPlaces {
    private final Map<String, Place> attributes = new HashMap<>();
    private final Map<String, Place> metrics = new HashMap<>();

    private record Place(ClassName type, String name) {
        CodeBlock reference() {
            return CodeBlock.of("$T.$L", type, name);
        }
    }

    /** The places of all constants of the registry. */
    public ConstantPlaces(Registry registry) {
        this(registry, registry.layers().get(0).origin().constantsPackage());
    }

    /** The places where the constants of the standard are in another package than their registry says. */
    ConstantPlaces(Registry registry, String standardPackage) {
        for (int i = 0; i < registry.layers().size(); i++) {
            add(registry.layers().get(i), i == 0 ? standardPackage : "", i == 0);
        }
    }

    private void add(Layer layer, String otherPackage, boolean standard) {
        String packageName = otherPackage.isEmpty() ? layer.origin().constantsPackage() : otherPackage;
        ClassName attributeClass = ClassName.get(packageName, attributesClass(standard));
        ConstantNames attributeNames = new ConstantNames();
        for (Attribute attribute : layer.attributes()) {
            String name = attributeNames.unique(ConstantNames.constant(attribute.key()));
            attributes.put(attribute.key(), new Place(attributeClass, name));
        }
        ClassName metricClass = ClassName.get(packageName, metricsClass(standard));
        ConstantNames metricNames = new ConstantNames();
        for (Metric metric : layer.metrics()) {
            String name = metricNames.unique(ConstantNames.constant(metric.name()));
            metrics.put(metric.name(), new Place(metricClass, name));
        }
    }

    static String attributesClass(boolean standard) {
        return standard ? "StandardAttributes" : "ExtensionAttributes";
    }

    static String metricsClass(boolean standard) {
        return standard ? "StandardMetrics" : "ExtensionMetrics";
    }

    static String spansClass(boolean standard) {
        return standard ? "StandardSpans" : "ExtensionSpans";
    }

    CodeBlock attribute(Attribute attribute) {
        return place(attributes, attribute.key()).reference();
    }

    CodeBlock metric(Metric metric) {
        return place(metrics, metric.name()).reference();
    }

    String nameOf(Attribute attribute) {
        return place(attributes, attribute.key()).name();
    }

    String nameOf(Metric metric) {
        return place(metrics, metric.name()).name();
    }

    private static Place place(Map<String, Place> places, String name) {
        return Objects.requireNonNull(places.get(name), name);
    }
}
