package io.sreobservability.sreagent.model.provider;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.semconv.ServerAttributes;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.engine.InheritedAttributes;
import io.sreobservability.aspects.standard.StandardAttributes;
import io.sreobservability.sreagent.model.ModelException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One CLIENT span {@code chat {model}} per call, by OpenTelemetry's GenAI conventions, as a library would make it: with
 * OpenTelemetry's API, not with our annotations. It carries the ids of the investigation like every span of ours. Questions
 * and answers are on it only while content is captured, and masked then.
 */
final class TracedChatModel implements ChatModel {
    /** CloudWatch's GenAI pages take spans of scopes that begin like this. */
    private static final String SCOPE = "opentelemetry.instrumentation.sre-agent";

    /** An array, which the registry's attributes cannot be. */
    private static final AttributeKey<List<String>> FINISH_REASONS =
            AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

    private static final List<AttributeDefinition<String>> INHERITED = List.of(
            StandardAttributes.SRE_INVESTIGATION_ID,
            StandardAttributes.SRE_USER_ID,
            StandardAttributes.SRE_SESSION_ID,
            StandardAttributes.SRE_AGENT_TYPE);

    private static final Logger LOG = LoggerFactory.getLogger(TracedChatModel.class);

    private final ChatModel model;
    private final ModelSettings settings;
    private final Tracer tracer;

    TracedChatModel(ChatModel model, ModelSettings settings, OpenTelemetry openTelemetry) {
        this.model = model;
        this.settings = settings;
        this.tracer = openTelemetry.getTracer(SCOPE);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        Span span = start(request);
        if (span == null) {
            return model.chat(request);
        }
        try (Scope scope = span.makeCurrent()) {
            // Named, so that the compiler sees it used: closing it restores the thread's former context.
            assert scope != null;
            ChatResponse response = model.chat(request);
            quietly(() -> describe(span, response));
            return response;
        } catch (RuntimeException | Error e) {
            span.setAttribute(StandardAttributes.ERROR_TYPE.key(), errorType(e));
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    /** The span, or {@code null} if there shall or can be none. */
    private @Nullable Span start(ChatRequest request) {
        if (!SreObservability.enabled()) {
            return null;
        }
        try {
            return builder(request).startSpan();
        } catch (RuntimeException e) {
            LOG.atDebug().log("A chat span could not be started", e);
            return null;
        }
    }

    /** What is known before the call is set at once: samplers decide by it. */
    private SpanBuilder builder(ChatRequest request) {
        SpanBuilder span = tracer.spanBuilder("chat " + settings.model())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(StandardAttributes.GEN_AI_OPERATION_NAME.key(), "chat")
                .setAttribute(
                        StandardAttributes.GEN_AI_PROVIDER_NAME.key(),
                        settings.provider().conventionalName())
                .setAttribute(StandardAttributes.GEN_AI_REQUEST_MODEL.key(), settings.model());
        Context context = Context.current();
        for (AttributeDefinition<String> attribute : INHERITED) {
            String value = InheritedAttributes.find(context, attribute);
            if (value != null) {
                span.setAttribute(attribute.key(), value);
                attribute.alsoSet().forEach(key -> span.setAttribute(key, value));
            }
        }
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            span.setAttribute(ServerAttributes.SERVER_ADDRESS, endpoint.getHost());
            if (endpoint.getPort() >= 0) {
                span.setAttribute(ServerAttributes.SERVER_PORT, (long) endpoint.getPort());
            }
        }
        if (SreObservability.captureContent()) {
            span.setAttribute(StandardAttributes.GEN_AI_INPUT_MESSAGES.key(), SpanMessages.asked(request.messages()));
        }
        return span;
    }

    private static void describe(Span span, ChatResponse response) {
        if (response.modelName() != null) {
            span.setAttribute(StandardAttributes.GEN_AI_RESPONSE_MODEL.key(), response.modelName());
        }
        String reason = finishReason(response.finishReason());
        if (reason != null) {
            span.setAttribute(FINISH_REASONS, List.of(reason));
        }
        TokenUsage usage = response.tokenUsage();
        if (usage != null && usage.inputTokenCount() != null && usage.outputTokenCount() != null) {
            span.setAttribute(StandardAttributes.GEN_AI_USAGE_INPUT_TOKENS.key(), (long) usage.inputTokenCount());
            span.setAttribute(StandardAttributes.GEN_AI_USAGE_OUTPUT_TOKENS.key(), (long) usage.outputTokenCount());
        }
        if (SreObservability.captureContent()) {
            span.setAttribute(
                    StandardAttributes.GEN_AI_OUTPUT_MESSAGES.key(),
                    SpanMessages.answered(response.aiMessage(), reason));
        }
    }

    /** In the words of the conventions. */
    private static @Nullable String finishReason(@Nullable FinishReason reason) {
        return reason == null
                ? null
                : switch (reason) {
                    case STOP -> "stop";
                    case LENGTH -> "length";
                    case TOOL_EXECUTION -> "tool_call";
                    case CONTENT_FILTER -> "content_filter";
                    case OTHER -> "other";
                };
    }

    /** Telemetry must not turn an answer into a failure. */
    private static void quietly(Runnable telemetry) {
        try {
            telemetry.run();
        } catch (RuntimeException e) {
            LOG.atDebug().log("A chat span could not be described", e);
        }
    }

    private static String errorType(Throwable thrown) {
        return thrown instanceof ModelException known
                ? known.failure().code()
                : thrown.getClass().getName();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
