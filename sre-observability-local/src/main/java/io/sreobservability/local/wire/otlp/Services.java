package io.sreobservability.local.wire.otlp;

import io.sreobservability.local.store.Attributes;

/** Which service sent something: {@code service.name} of its resource. */
final class Services {
    private Services() {}

    /** {@code unknown_service}, OpenTelemetry's own default, where the resource names none. */
    static String nameOf(Attributes resource) {
        String name = resource.text("service.name");
        return name == null || name.isEmpty() ? "unknown_service" : name;
    }
}
