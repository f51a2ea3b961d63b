package io.sreobservability.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.model.Layer;
import io.sreobservability.registry.model.MetricDimension;
import io.sreobservability.registry.model.Registry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A registry as Java constants: what a program names should be completed by the editor and checked by the compiler. Each
 * registry of a composition gets only what it adds or changes.
 */
public final class ConstantsGenerator {
    private final Registry registry;
    private final Layer layer;
    private final boolean standard;
    private final String packageName;
    private final ConstantPlaces places;
    private final boolean marked;
    private final List<JavaFile> files = new ArrayList<>();

    private ConstantsGenerator(Registry registry, Layer layer, String packageName, boolean marked) {
        this.registry = registry;
        this.layer = layer;
        this.standard = layer.equals(registry.layers().get(0));
        this.packageName = packageName;
        this.places = standard ? new ConstantPlaces(registry, packageName) : new ConstantPlaces(registry);
        this.marked = marked;
    }

    /**
     * The constants of the standard.
     *
     * @param packageName where they shall stand
     * @param marked whether the code can name the annotation of generated types
     */
    public static List<JavaFile> ofStandard(Registry registry, String packageName, boolean marked) {
        return new ConstantsGenerator(registry, registry.layers().get(0), packageName, marked).generate();
    }

    /** The constants of all registries but the standard, each in the package that it names. */
    public static List<JavaFile> ofExtensions(Registry registry, boolean marked) {
        return registry.layers().stream()
                .skip(1)
                .filter(layer -> !layer.origin().constantsPackage().isEmpty())
                .flatMap(layer -> new ConstantsGenerator(
                                registry, layer, layer.origin().constantsPackage(), marked)
                        .generate().stream())
                .toList();
    }

    private List<JavaFile> generate() {
        add(
                ConstantPlaces.attributesClass(standard),
                "The attributes",
                layer.attributes().stream().map(attribute -> AttributeConstants.field(attribute, places)));
        MetricConstants metrics = new MetricConstants(places);
        add(
                ConstantPlaces.metricsClass(standard),
                "The metrics",
                layer.metrics().stream().map(metrics::field));
        FamilyConstants families = new FamilyConstants(registry, places);
        add(
                // The engine uses the other constants of the standard, and these use the engine.
                standard ? packageName + ".span" : packageName,
                ConstantPlaces.spansClass(standard),
                "The kinds of spans, to be made by hand,",
                layer.families().stream().map(families::field));
        add("SpanNames", "The span names, words in braces being placeholders,", spanNames());
        add("MetricNames", "The metric names", metricNames());
        add("DimensionNames", "The names of the metrics' dimensions", dimensionNames());
        members();
        return files;
    }

    private Stream<FieldSpec> spanNames() {
        ConstantNames names = new ConstantNames();
        Set<String> known = new HashSet<>();
        if (!standard) {
            registry.layers().get(0).families().stream()
                    .filter(family -> registry.originOf(family)
                            .equals(registry.layers().get(0).origin()))
                    .forEach(family -> known.addAll(family.names()));
        }
        return layer.families().stream()
                .flatMap(family -> family.names().stream()
                        .filter(known::add)
                        .map(name -> TextConstant.field(
                                names.unique(ConstantNames.spanConstant(name)), name, family.documentation())));
    }

    private Stream<FieldSpec> metricNames() {
        ConstantNames names = new ConstantNames();
        return layer.metrics().stream()
                .map(metric -> TextConstant.field(
                        names.unique(ConstantNames.constant(metric.name())), metric.name(), metric.documentation()));
    }

    private Stream<FieldSpec> dimensionNames() {
        ConstantNames names = new ConstantNames();
        Map<String, List<String>> metrics = new TreeMap<>();
        layer.metrics()
                .forEach(metric -> metric.dimensions().stream()
                        .map(MetricDimension::name)
                        .forEach(name -> metrics.computeIfAbsent(name, unknown -> new ArrayList<>())
                                .add(metric.name())));
        return metrics.entrySet().stream()
                .map(entry -> TextConstant.field(
                        names.unique(ConstantNames.constant(entry.getKey())),
                        entry.getKey(),
                        "A dimension of " + String.join(", ", entry.getValue()) + ".",
                        Optional.empty()));
    }

    /** New enumerations with all they had when this registry was read, and what it added to those of earlier ones. */
    private void members() {
        int index = registry.layers().indexOf(layer);
        List<Layer> earlier = registry.layers().subList(0, index);
        List<Layer> later =
                registry.layers().subList(index + 1, registry.layers().size());
        ConstantNames classes = new ConstantNames(
                ConstantPlaces.attributesClass(standard),
                ConstantPlaces.metricsClass(standard),
                ConstantPlaces.spansClass(standard),
                "SpanNames",
                "MetricNames",
                "DimensionNames");
        for (Attribute attribute : layer.attributes()) {
            if (attribute.type() instanceof Enumeration enumeration
                    && earlier.stream().noneMatch(before -> defines(before, attribute))) {
                members(
                        classes,
                        attribute.key(),
                        enumeration.members().stream()
                                .filter(member -> later.stream().noneMatch(after -> adds(after, attribute, member)))
                                .toList());
            }
        }
        layer.addedMembers().forEach((key, added) -> members(classes, key, added));
    }

    private static boolean defines(Layer layer, Attribute attribute) {
        return layer.attributes().stream().anyMatch(other -> other.key().equals(attribute.key()));
    }

    private static boolean adds(Layer layer, Attribute attribute, Member member) {
        return layer.addedMembers().getOrDefault(attribute.key(), List.of()).contains(member);
    }

    private void members(ConstantNames classes, String key, List<Member> members) {
        ConstantNames names = new ConstantNames();
        add(
                classes.unique(ConstantNames.membersClass(key)),
                "Values of {@code " + key + "}",
                members.stream()
                        .map(member -> TextConstant.field(
                                names.unique(ConstantNames.constant(member.id())),
                                member.value(),
                                member.brief(),
                                member.deprecation())));
    }

    private void add(String className, String what, Stream<FieldSpec> constants) {
        add(packageName, className, what, constants);
    }

    /** A class without constants would be of no use. */
    private void add(String inPackage, String className, String what, Stream<FieldSpec> constants) {
        List<FieldSpec> fields = constants.toList();
        if (fields.isEmpty()) {
            return;
        }
        String version = layer.origin().schemaUrl().replaceFirst(".*/", "");
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L of the registry {@code $L}, version $L.\n", what, schema(), version)
                .addFields(fields)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (fields.stream().anyMatch(field -> !field.type().equals(TextConstant.TYPE))) {
            // Metrics may be made of attributes that are deprecated.
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        if (marked) {
            type.addAnnotation(GeneratedMark.ANNOTATION);
        }
        files.add(JavaFile.builder(inPackage, type.build())
                .addFileComment(GeneratedMark.COMMENT + " from a registry. Do not edit.")
                .skipJavaLangImports(true)
                .indent("    ")
                .build());
    }

    private String schema() {
        return layer.origin().schemaUrl().replaceFirst("/[^/]*$", "");
    }
}
