package io.sreobservability.benchmarks.calls;

import io.opentelemetry.api.common.AttributeKey;
import io.sreobservability.aspects.standard.StandardAttributes;

/** The keys of spans and data points, made once as OpenTelemetry advises. */
final class Keys {
    static final AttributeKey<String> TIMESTAMP = StandardAttributes.SRE_TIMESTAMP.key();
    static final AttributeKey<String> INVESTIGATION_ID = StandardAttributes.SRE_INVESTIGATION_ID.key();
    static final AttributeKey<String> USER_ID = StandardAttributes.SRE_USER_ID.key();
    static final AttributeKey<String> SESSION_ID = StandardAttributes.SRE_SESSION_ID.key();
    static final AttributeKey<String> SESSION = StandardAttributes.SESSION_ID.key();
    static final AttributeKey<String> CONVERSATION_ID = StandardAttributes.GEN_AI_CONVERSATION_ID.key();
    static final AttributeKey<String> AGENT_TYPE = StandardAttributes.SRE_AGENT_TYPE.key();
    static final AttributeKey<Long> TOOLS_AVAILABLE = StandardAttributes.SRE_TOOLS_AVAILABLE.key();
    static final AttributeKey<Long> TOOLS_INVOKED = StandardAttributes.SRE_TOOLS_INVOKED.key();
    static final AttributeKey<String> TOOL_NAME = StandardAttributes.SRE_TOOL_NAME.key();
    static final AttributeKey<String> GEN_AI_OPERATION = StandardAttributes.GEN_AI_OPERATION_NAME.key();
    static final AttributeKey<String> GEN_AI_AGENT = StandardAttributes.GEN_AI_AGENT_NAME.key();
    static final AttributeKey<String> GEN_AI_TOOL = StandardAttributes.GEN_AI_TOOL_NAME.key();
    static final AttributeKey<String> MEMORY_NAMESPACE = StandardAttributes.MEMORY_NAMESPACE.key();
    static final AttributeKey<String> MEMORY_STRATEGY = StandardAttributes.MEMORY_STRATEGY.key();
    static final AttributeKey<String> ERROR_TYPE = StandardAttributes.ERROR_TYPE.key();
    static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");

    private Keys() {}

    /** The dimensions of the standard's metrics. */
    static final class Dimensions {
        static final AttributeKey<String> AGENT = AttributeKey.stringKey("AgentName");
        static final AttributeKey<String> USER = AttributeKey.stringKey("UserID");
        static final AttributeKey<String> TOOL = AttributeKey.stringKey("ToolName");
        static final AttributeKey<String> OPERATION = AttributeKey.stringKey("Operation");
        static final AttributeKey<String> STRATEGY = AttributeKey.stringKey("Strategy");
        static final AttributeKey<String> COMPONENT = AttributeKey.stringKey("Component");
        static final AttributeKey<String> NAME = AttributeKey.stringKey("Name");
        static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("ErrorType");

        private Dimensions() {}
    }
}
