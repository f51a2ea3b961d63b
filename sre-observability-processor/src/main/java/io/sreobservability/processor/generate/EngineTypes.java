package io.sreobservability.processor.generate;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** The classes of the run time that generated code calls. */
public final class EngineTypes {
    /** The class whose presence proves that the run time is on the class path. */
    public static final String PROBE = "io.sreobservability.aspects.engine.SpanEngine";

    static final ClassName SPAN_ENGINE = ClassName.get("io.sreobservability.aspects.engine", "SpanEngine");
    static final ClassName SPAN_FRAME = ClassName.get("io.sreobservability.aspects.engine", "SpanFrame");
    static final ClassName JSON_SINK = ClassName.get("io.sreobservability.aspects.content", "JsonSink");
    static final ClassName SPAN_POINT = ClassName.get("io.sreobservability.aspects.engine", "SpanPoint");
    static final ClassName COMPLETION_READER = ClassName.get("io.sreobservability.aspects.engine", "CompletionReader");
    static final ClassName SPAN_KIND = ClassName.get("io.opentelemetry.api.trace", "SpanKind");
    static final ClassName ATTRIBUTE = ClassName.get("io.sreobservability.aspects.attribute", "AttributeDefinition");
    static final ClassName SENSITIVITY = ClassName.get("io.sreobservability.aspects.attribute", "Sensitivity");
    static final ClassName METRIC = ClassName.get("io.sreobservability.aspects.metric", "MetricDefinition");

    /** The aspect that generated aspects extend. */
    static final String SPAN_ASPECT = "io.sreobservability.aspects.weaving.SpanAspect";

    /** Names that stand in the class files of generated bindings and aspects, and in no others. */
    public static final List<String> OF_GENERATED_CODE = List.of(SPAN_FRAME.canonicalName(), SPAN_ASPECT);

    private EngineTypes() {}
}
