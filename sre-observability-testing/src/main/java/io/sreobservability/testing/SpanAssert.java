package io.sreobservability.testing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.testing.report.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Assertions about one ended span. Immutable. */
public final class SpanAssert {
    private static final String ERROR_TYPE = "error.type";
    private static final String CANCELLED = "sre.cancelled";

    private final SpanData span;
    private final List<SpanData> all;

    SpanAssert(SpanData span, List<SpanData> all) {
        this.span = span;
        this.all = all;
    }

    /** Asserts that the span's work was done: it neither failed nor was cancelled. */
    public SpanAssert succeeded() {
        if (hasFailed()) {
            throw failure("should have succeeded, but failed with " + errorType() + ".", "succeeded", errorType());
        }
        if (wasCancelled()) {
            throw failure("should have succeeded, but was cancelled.", "succeeded", "cancelled");
        }
        return this;
    }

    /** Asserts that the span's work was cancelled, which is neither a success nor a failure. */
    public SpanAssert cancelled() {
        if (!wasCancelled()) {
            throw failure("should have been cancelled, but " + outcome() + ".", "cancelled", outcome());
        }
        return this;
    }

    /** Asserts that the span's work failed, be it by an exception or by a result that says so. */
    public SpanAssert failed() {
        if (!hasFailed()) {
            throw failure("should have failed, but " + outcome() + ".", "failed", outcome());
        }
        return this;
    }

    /**
     * Asserts that the span's work failed, and why.
     *
     * @param errorType the value of {@code error.type}: a class name or an error code
     */
    public SpanAssert failed(String errorType) {
        failed();
        return hasAttribute(ERROR_TYPE, errorType);
    }

    /** Asserts that the span's work failed with an exception of exactly this class. */
    public SpanAssert failed(Class<? extends Throwable> exception) {
        return failed(exception.getName());
    }

    /** Asserts an attribute's value; whole numbers may be given as {@code int}. */
    public SpanAssert hasAttribute(String key, Object value) {
        Object expected = value instanceof Integer number ? Long.valueOf(number) : value;
        Object actual = attributes().get(key);
        if (actual == null) {
            throw failure(
                    "should have `" + key + "` = " + Seen.value(expected) + ", but has no such attribute.\n"
                            + Seen.attributes(span),
                    expected,
                    null);
        }
        if (!actual.equals(expected)) {
            throw failure(
                    "should have `" + key + "` = " + Seen.value(expected) + ", but it is " + Seen.value(actual) + ".\n"
                            + Seen.attributes(span),
                    expected,
                    actual);
        }
        return this;
    }

    /** Asserts the value of an attribute that the registry defines, by its generated constant. */
    public <T> SpanAssert hasAttribute(AttributeDefinition<T> attribute, T value) {
        return hasAttribute(attribute.key(), value);
    }

    /** Asserts an attribute's value and type. */
    public <T> SpanAssert hasAttribute(AttributeKey<T> key, T value) {
        hasAttribute(key.getKey(), (Object) value);
        return this;
    }

    /** Asserts that an attribute is there, whatever its value. */
    public SpanAssert hasAttribute(String key) {
        if (!attributes().containsKey(key)) {
            throw failure("should have an attribute `" + key + "`.\n" + Seen.attributes(span), key, null);
        }
        return this;
    }

    /** Asserts that an attribute is not there. */
    public SpanAssert hasNoAttribute(String key) {
        Object actual = attributes().get(key);
        if (actual != null) {
            throw failure(
                    "should have no attribute `" + key + "`, but it is " + Seen.value(actual) + ".\n"
                            + Seen.attributes(span),
                    null,
                    actual);
        }
        return this;
    }

    /** Asserts the span's kind. */
    public SpanAssert hasKind(SpanKind kind) {
        if (span.getKind() != kind) {
            throw failure("should be of kind " + kind + ", but is " + span.getKind() + ".", kind, span.getKind());
        }
        return this;
    }

    /** Asserts that no recorded span is above it. */
    public SpanAssert isRoot() {
        parent(span).ifPresent(parent -> {
            throw failure("should be a root, but is below `" + parent.getName() + "`.", "root", parent.getName());
        });
        return this;
    }

    /** Asserts that the span directly above has this name. */
    public SpanAssert isChildOf(String parentName) {
        String actual = parent(span).map(SpanData::getName).orElse("nothing");
        if (!actual.equals(parentName)) {
            throw failure(
                    "should be a child of `" + parentName + "`, but is a child of "
                            + (parent(span).isPresent() ? "`" + actual + "`." : "nothing."),
                    parentName,
                    actual);
        }
        return this;
    }

    /** Asserts that a span of this name is somewhere above. */
    public SpanAssert isBelow(String ancestorName) {
        Optional<SpanData> above = parent(span);
        while (above.isPresent() && !above.get().getName().equals(ancestorName)) {
            above = parent(above.get());
        }
        if (above.isEmpty()) {
            throw failure("should be below `" + ancestorName + "`.", ancestorName, "nothing of this name");
        }
        return this;
    }

    /** Asserts that the span lasted this long or longer. */
    public SpanAssert lastedAtLeast(Duration shortest) {
        if (duration().compareTo(shortest) < 0) {
            throw failure(
                    "should have lasted " + shortest + " or longer, but took " + duration() + ".",
                    shortest,
                    duration());
        }
        return this;
    }

    /** Asserts that the span lasted this long or shorter. */
    public SpanAssert lastedAtMost(Duration longest) {
        if (duration().compareTo(longest) > 0) {
            throw failure(
                    "should have lasted " + longest + " or shorter, but took " + duration() + ".", longest, duration());
        }
        return this;
    }

    /** The span itself, for everything else. */
    public SpanData data() {
        return span;
    }

    private boolean hasFailed() {
        return span.getStatus().getStatusCode() == StatusCode.ERROR;
    }

    private boolean wasCancelled() {
        return Boolean.TRUE.equals(attributes().get(CANCELLED));
    }

    private String outcome() {
        return hasFailed() ? "failed with " + errorType() : wasCancelled() ? "was cancelled" : "succeeded";
    }

    private String errorType() {
        return String.valueOf(attributes().getOrDefault(ERROR_TYPE, "no " + ERROR_TYPE));
    }

    private Map<String, Object> attributes() {
        return Seen.byKey(span.getAttributes());
    }

    private Duration duration() {
        return Duration.ofNanos(span.getEndEpochNanos() - span.getStartEpochNanos());
    }

    private Optional<SpanData> parent(SpanData child) {
        return all.stream()
                .filter(candidate -> candidate.getSpanId().equals(child.getParentSpanId()))
                .findFirst();
    }

    private AssertionFailedError failure(String problem, @Nullable Object expected, @Nullable Object actual) {
        return new AssertionFailedError(
                "Span `" + span.getName() + "` " + problem + "\n" + Seen.spans(all), expected, actual);
    }
}
