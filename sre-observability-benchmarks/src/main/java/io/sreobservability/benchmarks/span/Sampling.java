package io.sreobservability.benchmarks.span;

import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Whether the sampler keeps spans. Metrics are recorded either way. */
public enum Sampling {
    /** Every span is recorded. */
    SAMPLED,
    /** None is. */
    UNSAMPLED;

    Sampler sampler() {
        return this == SAMPLED ? Sampler.alwaysOn() : Sampler.alwaysOff();
    }
}
