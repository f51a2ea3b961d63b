package io.sreobservability.cloudwatch;

import com.google.auto.service.AutoService;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import io.sreobservability.aspects.propagation.ContextPropagator;

/**
 * Makes {@code OTEL_PROPAGATORS=sre} known to OpenTelemetry's autoconfiguration: trace headers, and of baggage the
 * investigation id alone. {@link SreTelemetry} uses it unless told otherwise.
 */
@AutoService(ConfigurablePropagatorProvider.class)
public final class SrePropagatorProvider implements ConfigurablePropagatorProvider {

    static final String NAME = "sre";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public TextMapPropagator getPropagator(ConfigProperties properties) {
        return ContextPropagator.trusting();
    }
}
