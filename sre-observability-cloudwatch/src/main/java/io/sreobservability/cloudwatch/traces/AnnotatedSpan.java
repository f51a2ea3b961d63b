package io.sreobservability.cloudwatch.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A span that names the attributes which X-Ray shall index as annotations, to be searched for in its console: it takes the
 * keys from the attribute {@code aws.xray.annotations}. All other attributes are shown, but not found by a filter.
 */
final class AnnotatedSpan extends DelegatingSpanData {

    static final AttributeKey<List<String>> ANNOTATIONS = AttributeKey.stringArrayKey("aws.xray.annotations");

    /** What people search traces by. Few, because X-Ray indexes at most 50 annotations of a trace; and never content. */
    private static final List<AttributeDefinition<?>> INDEXED = List.of(
            StandardAttributes.SRE_INVESTIGATION_ID,
            StandardAttributes.SRE_USER_ID,
            StandardAttributes.SRE_SESSION_ID,
            StandardAttributes.SRE_AGENT_TYPE,
            StandardAttributes.SRE_TOOL_NAME,
            StandardAttributes.SRE_ESCALATION_TYPE,
            StandardAttributes.MEMORY_STRATEGY,
            StandardAttributes.ERROR_TYPE);

    private final Attributes attributes;

    private AnnotatedSpan(SpanData span, Attributes attributes) {
        super(span);
        this.attributes = attributes;
    }

    /** The span with its annotations named; itself if it has none to name, or names some already. */
    static SpanData of(SpanData span) {
        Attributes attributes = span.getAttributes();
        if (attributes.get(ANNOTATIONS) != null) {
            return span;
        }
        List<String> keys = new ArrayList<>(INDEXED.size());
        for (AttributeDefinition<?> indexed : INDEXED) {
            if (attributes.get(indexed.key()) != null) {
                keys.add(indexed.name());
            }
        }
        return keys.isEmpty()
                ? span
                : new AnnotatedSpan(
                        span, attributes.toBuilder().put(ANNOTATIONS, keys).build());
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return super.getTotalAttributeCount() + 1;
    }
}
