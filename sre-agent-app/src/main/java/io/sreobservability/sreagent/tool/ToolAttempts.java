package io.sreobservability.sreagent.tool;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.annotations.ToolSpan;
import io.sreobservability.aspects.Redaction;
import io.sreobservability.aspects.Spans;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.remote.Sleeper;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tries of one tool call. Each is a span, but only where a call is retried: one that is answered at once, as nearly all
 * are, has none. An interrupt ends the tries.
 */
final class ToolAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(ToolAttempts.class);
    private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");
    private static final AttributeKey<String> EXCEPTION_MESSAGE = AttributeKey.stringKey("exception.message");

    private final RetryPolicy policy;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    ToolAttempts(RetryPolicy policy, Sleeper sleeper, DoubleSupplier random) {
        this.policy = policy;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** Tries until there is an answer or a failure that lasts, or the policy allows no more. */
    ToolResult call(String tool, Supplier<Tried> once, Consumer<ToolRetry> told) {
        long began = System.nanoTime();
        Tried tried = once.get();
        for (int attempt = 1; tried.mayPass() && attempt < policy.attempts(); attempt++) {
            ToolResult failed = tried.result();
            Duration pause = policy.pauseAfter(attempt, failed.retryAfter(), random.getAsDouble());
            if (Duration.ofNanos(System.nanoTime() - began).plus(pause).compareTo(policy.limit()) > 0) {
                break;
            }
            if (attempt == 1) {
                recordFirst(tool, began, failed);
            }
            tell(new ToolRetry(attempt + 1, policy.attempts(), pause, String.valueOf(failed.errorType())), tool, told);
            if (!waited(pause)) {
                break;
            }
            tried = again(tool, attempt + 1, once);
        }
        return tried.result();
    }

    private static void tell(ToolRetry retry, String tool, Consumer<ToolRetry> told) {
        LOG.atInfo()
                .addKeyValue("error.type", retry.errorType())
                .log(
                        "Attempt {} of {} to call {} failed, next in {} ms",
                        retry.attempt() - 1,
                        retry.attempts(),
                        tool,
                        retry.pause().toMillis());
        told.accept(retry);
    }

    private boolean waited(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A further try; name and number are its span's. */
    @ToolSpan("tool.{tool_name}.attempt")
    @ErrorWhen(value = "result().isError()", type = "result().errorType()")
    Tried again(
            @SpanNamePart("tool_name") String tool, @SpanAttribute("sre.attempt") int attempt, Supplier<Tried> once) {
        Tried tried = once.get();
        describe(tried.result());
        return tried;
    }

    /**
     * That the call is retried is known only when the first try has failed, so its span is made afterwards, with its times.
     * The gateway's spans, which were told of their parent when the request was sent, are below the call.
     */
    private static void recordFirst(String tool, long began, ToolResult failed) {
        Spans.toolAttempt(tool, 1).startedAt(began).callWith(span -> {
            describe(failed);
            return span.error(failed.errorType());
        });
    }

    /** OpenTelemetry's event {@code exception}: what failed where. The sentence may quote what others wrote. */
    private static void describe(ToolResult result) {
        String errorType = result.errorType();
        if (errorType == null) {
            return;
        }
        try {
            AttributesBuilder attributes = Attributes.builder().put(EXCEPTION_TYPE, errorType);
            if (SreObservability.captureContent()) {
                attributes.put(EXCEPTION_MESSAGE, Redaction.mask(result.content()));
            }
            Span.current().addEvent("exception", attributes.build());
        } catch (RuntimeException inTelemetry) {
            LOG.atDebug().log("An attempt could not be described", inTelemetry);
        }
    }
}
