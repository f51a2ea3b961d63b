package io.sreobservability.cloudwatch.delivery;

/**
 * Spans of this process since its start.
 *
 * @param started all of them
 * @param unsampled those that the sampler decided against; they are never exported
 * @param ended the sampled ones that ended, {@code recorded} in a {@link Balance}
 */
public record SpanCensus(long started, long unsampled, long ended) {

    /** Sampled spans that have not ended. */
    public long live() {
        return started - unsampled - ended;
    }

    @Override
    public String toString() {
        return started + " spans started = " + unsampled + " unsampled + " + live() + " live + " + ended + " recorded";
    }
}
