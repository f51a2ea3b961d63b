package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.util.IdentityHashMap;

/**
 * Sizes of resources and scopes, each worked out once: the items of a batch share a few. They are told apart as objects, which is
 * quick; equal ones are then counted twice, never too low.
 */
final class Envelopes {
    private final IdentityHashMap<Resource, IdentityHashMap<InstrumentationScopeInfo, Sizes>> known =
            new IdentityHashMap<>();

    Sizes sizes(Resource resource, InstrumentationScopeInfo scope) {
        return known.computeIfAbsent(resource, first -> new IdentityHashMap<>())
                .computeIfAbsent(scope, first -> Sizes.of(resource, scope));
    }

    /**
     * What goes with an item.
     *
     * @param bytes the resource and the scope
     * @param framed the same with the messages around them
     */
    record Sizes(int bytes, int framed) {
        /** The lengths of these messages take more bytes when they are long. */
        private static final int LONGER_LENGTHS = 8;

        private static Sizes of(Resource resource, InstrumentationScopeInfo scope) {
            return new Sizes(
                    EnvelopeSize.of(resource) + EnvelopeSize.of(scope),
                    EnvelopeSize.framed(resource) + EnvelopeSize.framed(scope) + LONGER_LENGTHS);
        }
    }
}
