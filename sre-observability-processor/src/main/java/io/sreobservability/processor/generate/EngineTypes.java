package io.sreobservability.processor.generate;

import com.palantir.javapoet.ClassName;

/** The classes of the run time that generated code calls. */
public final class EngineTypes {
    /** The class whose presence proves that the run time is on the class path. */
    public static final String PROBE = "io.sreobservability.aspects.engine.SpanEngine";

    static final ClassName SPAN_ENGINE = ClassName.get("io.sreobservability.aspects.engine", "SpanEngine");
    static final ClassName SPAN_FRAME = ClassName.get("io.sreobservability.aspects.engine", "SpanFrame");
    static final ClassName SPAN_POINT = ClassName.get("io.sreobservability.aspects.engine", "SpanPoint");
    static final ClassName SPAN_KIND = ClassName.get("io.opentelemetry.api.trace", "SpanKind");
    static final ClassName ATTRIBUTE = ClassName.get("io.sreobservability.aspects.attribute", "AttributeDefinition");
    static final ClassName SENSITIVITY = ClassName.get("io.sreobservability.aspects.attribute", "Sensitivity");
    static final ClassName METRIC = ClassName.get("io.sreobservability.aspects.metric", "MetricDefinition");

    /** The constants of the standard that come with the run time. */
    static final String STANDARD = "io.sreobservability.aspects.standard";

    /** The name of the generated class of attribute constants. */
    static final String ATTRIBUTES = "StandardAttributes";

    /** The name of the generated class of metric constants. */
    static final String METRICS = "StandardMetrics";

    static final ClassName STANDARD_ATTRIBUTES = ClassName.get(STANDARD, ATTRIBUTES);
    static final ClassName STANDARD_METRICS = ClassName.get(STANDARD, METRICS);

    /** The aspect that generated aspects extend. */
    static final String SPAN_ASPECT = "io.sreobservability.aspects.weaving.SpanAspect";

    private EngineTypes() {}
}
