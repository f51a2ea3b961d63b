package io.sreobservability.cloudwatch;

import com.google.auto.service.AutoService;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import io.sreobservability.aspects.propagation.ContextPropagator;

/**
 * {@code OTEL_PROPAGATORS=sre-untrusted}: for a service that anybody can call. It sends what {@code sre} sends, but callers
 * neither continue their trace here nor decide about sampling.
 */
@AutoService(ConfigurablePropagatorProvider.class)
public final class UntrustedPropagatorProvider implements ConfigurablePropagatorProvider {

    static final String NAME = "sre-untrusted";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public TextMapPropagator getPropagator(ConfigProperties properties) {
        return ContextPropagator.distrusting();
    }
}
