package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What is written once for many spans or log records: the resource (the facts about the process) and the instrumentation scope
 * (who made them).
 */
final class EnvelopeSize {
    private EnvelopeSize() {}

    static int of(Resource resource) {
        return AttributeSize.of(resource.getAttributes());
    }

    static int of(InstrumentationScopeInfo scope) {
        return ProtobufSize.text(scope.getName()) + text(scope.getVersion()) + AttributeSize.of(scope.getAttributes());
    }

    /** With the messages around a resource. */
    static int framed(Resource resource) {
        return ProtobufSize.field(ProtobufSize.field(of(resource)) + text(resource.getSchemaUrl()));
    }

    /** With the messages around a scope. */
    static int framed(InstrumentationScopeInfo scope) {
        return ProtobufSize.field(ProtobufSize.field(of(scope)) + text(scope.getSchemaUrl()));
    }

    private static int text(@Nullable String text) {
        return text == null ? 0 : ProtobufSize.text(text);
    }
}
