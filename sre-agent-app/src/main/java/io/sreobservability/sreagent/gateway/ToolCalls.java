package io.sreobservability.sreagent.gateway;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.semconv.ErrorAttributes;
import io.sreobservability.aspects.propagation.Carriers;
import io.sreobservability.aspects.propagation.ContextLink;
import io.sreobservability.aspects.propagation.ContextPropagator;
import io.sreobservability.sreagent.tool.ToolResult;
import java.time.Duration;
import java.util.Map;

/**
 * Answers {@code tools/call}. Each call is a SERVER span by OpenTelemetry's conventions for MCP: a child of the span that
 * {@code _meta} names, or else of the HTTP request's.
 */
final class ToolCalls {
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("mcp.method.name");
    private static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");

    private final BackendClient backends;
    private final Tracer tracer;

    ToolCalls(BackendClient backends, OpenTelemetry openTelemetry) {
        this.backends = backends;
        this.tracer = openTelemetry.getTracer("io.sreobservability.sreagent.gateway");
    }

    /** Calls one tool whose arguments the SDK has checked; a failure is a result too. */
    CallToolResult call(GatewayTool tool, CallToolRequest request) {
        // Only who brought the token gets here: its trace goes on.
        Context incoming = ContextPropagator.trusting().extract(Context.current(), request.meta(), Carriers.meta());
        SpanBuilder builder = tracer.spanBuilder("tools/call " + tool.name())
                .setParent(incoming)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(METHOD, "tools/call")
                .setAttribute(TOOL, tool.name());
        Span span = ContextLink.addTo(builder, incoming).startSpan();
        try (Scope scope = incoming.with(span).makeCurrent()) {
            // Named, so that the compiler sees it used: closing it restores the thread's former context.
            assert scope != null;
            ToolResult result = backends.call(tool, request.arguments() == null ? Map.of() : request.arguments());
            if (result.errorType() != null) {
                span.setAttribute(ErrorAttributes.ERROR_TYPE, result.errorType());
                span.setStatus(StatusCode.ERROR);
            }
            return answer(result);
        } finally {
            span.end();
        }
    }

    private static CallToolResult answer(ToolResult result) {
        CallToolResult.Builder answer =
                CallToolResult.builder().addTextContent(result.content()).isError(result.isError());
        String errorType = result.errorType();
        if (errorType != null) {
            Duration wait = result.retryAfter();
            answer.meta(
                    wait == null
                            ? Map.of(ToolResult.ERROR_TYPE_MEMBER, errorType)
                            : Map.of(
                                    ToolResult.ERROR_TYPE_MEMBER,
                                    errorType,
                                    ToolResult.RETRY_AFTER_MEMBER,
                                    Math.toIntExact(wait.toSeconds())));
        }
        return answer.build();
    }
}
