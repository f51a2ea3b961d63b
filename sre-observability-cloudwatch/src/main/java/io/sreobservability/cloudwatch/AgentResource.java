package io.sreobservability.cloudwatch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;

/**
 * What tells CloudWatch that a process runs agents. A resource is OpenTelemetry's word for the facts about a process that go
 * with all of its telemetry; CloudWatch's GenAI pages list the services whose resource has this one.
 */
final class AgentResource {

    static final AttributeKey<String> SERVICE_TYPE = AttributeKey.stringKey("aws.service.type");

    static final String GEN_AI_AGENT = "gen_ai_agent";

    private AgentResource() {}

    /** The resource with the mark of an agent, unless it says already what the service is. */
    static Resource mark(Resource resource) {
        return resource.getAttribute(SERVICE_TYPE) == null
                ? resource.toBuilder().put(SERVICE_TYPE, GEN_AI_AGENT).build()
                : resource;
    }
}
