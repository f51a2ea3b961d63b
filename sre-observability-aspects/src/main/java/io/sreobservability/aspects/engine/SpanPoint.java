package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.SpanKind;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.metric.MetricDefinition;
import io.sreobservability.aspects.naming.SpanNaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One annotated method, or one family of spans that are made by hand: its span's name, kind, fixed and derived attributes,
 * and its metrics. Immutable; a generated constant; beside that it keeps the recorders of its metrics, to find them quickly.
 */
public final class SpanPoint {
    private final String spanName;
    private final String className;
    private final String methodName;
    private final SpanKind kind;
    private final String component;
    private final SpanNaming naming;
    private final FixedAttributes fixed;
    private final FixedAttributes fixedWithoutContent;
    private final List<AttributeDefinition<String>> derivedDefinitions;
    private final List<AttributeDefinition<?>> requiredDefinitions;
    private final List<MetricDefinition> metrics;
    private final Map<String, SpanPoint> narrowed;
    private volatile Telemetry.@Nullable PointRecorders recorders;

    private SpanPoint(Builder builder, SpanNaming naming, Narrowing further, Map<String, SpanPoint> narrowed) {
        this.spanName = builder.spanName;
        this.className = builder.className;
        this.methodName = builder.methodName;
        this.kind = builder.kind;
        this.component = builder.component;
        this.naming = naming;
        this.fixed = new FixedAttributes(
                joined(builder.all.fixedDefinitions(), further.fixedDefinitions()),
                joined(builder.all.fixedValues(), further.fixedValues()));
        this.fixedWithoutContent = fixed.withoutContent();
        this.derivedDefinitions = List.copyOf(builder.derivedDefinitions);
        this.requiredDefinitions = List.copyOf(builder.requiredDefinitions);
        this.metrics = joined(builder.all.metrics(), further.metrics());
        this.narrowed = Map.copyOf(narrowed);
    }

    /**
     * Starts the description of a method.
     *
     * @param spanName the span's name, for example {@code tool.{tool_name}}
     */
    public static Builder builder(String spanName) {
        return new Builder(spanName);
    }

    /** The template of the span's name. */
    @Override
    public String toString() {
        return spanName;
    }

    /** Whether this is a call of the point's method. */
    boolean isCall(StackWalker.StackFrame call) {
        return call.getMethodName().equals(methodName) && call.getClassName().equals(className);
    }

    SpanKind kind() {
        return kind;
    }

    /** Agent, tool or memory; empty if the point belongs to no component. */
    String component() {
        return component;
    }

    SpanNaming naming() {
        return naming;
    }

    List<AttributeDefinition<String>> derivedDefinitions() {
        return derivedDefinitions;
    }

    List<MetricDefinition> metrics() {
        return metrics;
    }

    /** What must come from the span itself or from above, and is not certain at compile time. */
    List<AttributeDefinition<?>> requiredDefinitions() {
        return requiredDefinitions;
    }

    Telemetry.@Nullable PointRecorders recorders() {
        return recorders;
    }

    void setRecorders(Telemetry.PointRecorders made) {
        this.recorders = made;
    }

    private static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
        return Stream.<T>concat(first.stream(), second.stream()).toList();
    }

    /** This point with the metrics and values that only spans named with these words have. */
    SpanPoint named(@Nullable String[] words) {
        return narrowed.isEmpty() ? this : narrowed.getOrDefault(naming.listedName(words), this);
    }

    FixedAttributes fixed(boolean captureContent) {
        return captureContent ? fixed : fixedWithoutContent;
    }

    /** What all spans of a point have, or only those of one name. */
    private record Narrowing(
            List<AttributeDefinition<?>> fixedDefinitions, List<Object> fixedValues, List<MetricDefinition> metrics) {
        Narrowing() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void fixed(AttributeDefinition<?> attribute, Object value) {
            fixedDefinitions.add(attribute);
            fixedValues.add(value);
        }
    }

    /** Collects what a point says. Not thread-safe. */
    public static final class Builder {
        private final String spanName;
        private final Narrowing all = new Narrowing();
        private final Map<String, Narrowing> byName = new HashMap<>();
        private final List<AttributeDefinition<String>> derivedDefinitions = new ArrayList<>();
        private final List<String> derivedTemplates = new ArrayList<>();
        private final List<AttributeDefinition<?>> requiredDefinitions = new ArrayList<>();
        private final Map<String, Set<String>> words = new HashMap<>();
        private String className = "";
        private String methodName = "";
        private SpanKind kind = SpanKind.INTERNAL;
        private String component = "";
        private String componentName = "";

        private Builder(String spanName) {
            if (spanName.isBlank()) {
                throw new IllegalArgumentException("a span's name must not be blank");
            }
            this.spanName = spanName;
        }

        /**
         * Says which method is measured, so that its calls can be recognised on a thread's stack.
         *
         * @param binaryClassName for example {@code com.acme.Agent$Inner}
         */
        public Builder method(String binaryClassName, String name) {
            this.className = Objects.requireNonNull(binaryClassName, "binaryClassName");
            this.methodName = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets the span's kind; {@link SpanKind#INTERNAL} if not called. */
        public Builder kind(SpanKind value) {
            this.kind = Objects.requireNonNull(value, "kind");
            return this;
        }

        /**
         * Says which component the method belongs to.
         *
         * @param kindOfComponent agent, tool or memory
         * @param nameTemplate the component's name; may use the placeholders of the span's name
         */
        public Builder component(String kindOfComponent, String nameTemplate) {
            this.component = Objects.requireNonNull(kindOfComponent, "component");
            this.componentName = Objects.requireNonNull(nameTemplate, "nameTemplate");
            return this;
        }

        /**
         * Closes a placeholder of the span's name: a call with any other word is named {@code other} in its place, and
         * counted among the normalised names.
         */
        public Builder words(String placeholder, String... allowed) {
            words.put(placeholder, Set.copyOf(List.of(allowed)));
            return this;
        }

        /** Adds an attribute whose value is the same for every call. */
        public <T> Builder fixed(AttributeDefinition<T> attribute, T value) {
            all.fixed(attribute, value);
            return this;
        }

        /** Adds an attribute whose value is the same for every call, on spans of this name alone. */
        public <T> Builder fixedOn(String name, AttributeDefinition<T> attribute, T value) {
            narrowing(name).fixed(attribute, value);
            return this;
        }

        /** Adds an attribute whose value follows from the placeholders of the span's name. */
        public Builder derived(AttributeDefinition<String> attribute, String template) {
            derivedDefinitions.add(attribute);
            derivedTemplates.add(template);
            return this;
        }

        /** Says that the span must have this attribute, from a span above if it does not set it itself. */
        public Builder required(AttributeDefinition<?> attribute) {
            requiredDefinitions.add(attribute);
            return this;
        }

        /** Adds a metric that is recorded when a span of this point ends. */
        public Builder metric(MetricDefinition metric) {
            all.metrics().add(metric);
            return this;
        }

        /** Adds a metric that spans of these names alone record; open placeholders are in braces there, too. */
        public Builder metric(MetricDefinition metric, String... names) {
            for (String name : names) {
                narrowing(name).metrics().add(metric);
            }
            return this;
        }

        /**
         * The finished point.
         *
         * @throws IllegalArgumentException if a template can't be read
         */
        public SpanPoint build() {
            SpanNaming naming = new SpanNaming(spanName, componentName, derivedTemplates, words);
            Map<String, SpanPoint> narrowed = new HashMap<>();
            byName.forEach((name, further) -> narrowed.put(name, new SpanPoint(this, naming, further, Map.of())));
            return new SpanPoint(this, naming, new Narrowing(), narrowed);
        }

        private Narrowing narrowing(String name) {
            return byName.computeIfAbsent(name, first -> new Narrowing());
        }
    }
}
