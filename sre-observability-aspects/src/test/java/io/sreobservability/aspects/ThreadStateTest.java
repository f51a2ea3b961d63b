package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.fixture.AsyncAgent;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extensions of the SDK run on the program's thread; what they do to it, the program does not see. */
class ThreadStateTest {
    private static final ContextKey<String> LEFT_OPEN = ContextKey.named("left open");

    private final ClassLoader own = Thread.currentThread().getContextClassLoader();
    private final Agent agent = new Agent();

    @BeforeEach
    void install() {
        SreObservability.install(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(new Careless())
                        .build())
                .build());
    }

    @AfterEach
    void close() {
        RecordedTelemetry.install().close();
        assertThat(Thread.interrupted()).as("nothing is left for other tests").isFalse();
    }

    @Test
    void anInterruptThatAProcessorSwallowsIsPutBack() throws Exception {
        Thread.currentThread().interrupt();
        boolean inside = agent.<Boolean>investigate(
                "alice", "s", "q", () -> Thread.currentThread().isInterrupted());

        assertThat(inside).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptThatAValueSwallowsWhileItIsReadIsPutBack() {
        SreObservability.setCaptureContent(true);
        List<String> lazy = new AbstractList<>() {
            @Override
            public String get(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public int size() {
                return Thread.interrupted() ? 1 : 0;
            }
        };
        RuntimeException failure = new IllegalStateException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                return "interrupted: " + Thread.interrupted();
            }
        };
        CompletableFuture<List<String>> later = new CompletableFuture<>() {
            @Override
            public CompletableFuture<List<String>> whenComplete(
                    BiConsumer<? super List<String>, ? super Throwable> action) {
                return Thread.interrupted() ? super.whenComplete(action) : this;
            }
        };
        Thread.currentThread().interrupt();

        agent.readsRequest(() -> "interrupted: " + Thread.interrupted());
        assertThat(Thread.currentThread().isInterrupted()).as("a parameter").isTrue();
        assertThat(agent.retrieve(lazy) == lazy).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).as("a result").isTrue();
        assertThat(catchThrowable(() -> agent.fail(failure)) == failure).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).as("a message").isTrue();
        new AsyncAgent().retrieve(later);
        assertThat(Thread.currentThread().isInterrupted()).as("a stage").isTrue();
        later.complete(lazy);
        assertThat(Thread.interrupted()).as("an asynchronous result").isTrue();
    }

    @Test
    void anInterruptIsNotInvented() throws Exception {
        assertThat(agent.<Boolean>investigate("alice", "s", "q", Thread::interrupted))
                .isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theContextClassLoaderIsTheProgramsOwn() throws Exception {
        assertThat(agent.<ClassLoader>investigate(
                        "alice", "s", "q", () -> Thread.currentThread().getContextClassLoader()))
                .isSameAs(own);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
    }

    @Test
    void aContextThatAProcessorLeavesOpenIsNotSeen() throws Exception {
        Context before = Context.current();
        String inside = agent.<String>investigate(
                "alice", "s", "q", () -> String.valueOf(Context.current().get(LEFT_OPEN)));

        assertThat(inside).isEqualTo("null");
        assertThat(Context.current()).isSameAs(before);
    }

    @Test
    void theThreadThatCompletesAnAsynchronousResultIsLeftAsItWas() {
        Context before = Context.current();
        AsyncAgent.Promise<String> promise = new AsyncAgent().promise(new AsyncAgent.Promise<>());
        Thread.currentThread().interrupt();
        promise.complete("done");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
        assertThat(Context.current()).isSameAs(before);
    }

    /** A processor that does what no processor should. */
    private static final class Careless implements SpanProcessor {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            disturb();
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            disturb();
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        @SuppressWarnings({"MustBeClosedChecker", "resource"}) // that is what it should not do
        private static void disturb() {
            boolean swallowed = Thread.interrupted();
            Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0]));
            Context.current().with(LEFT_OPEN, "interrupted: " + swallowed).makeCurrent();
        }
    }
}
