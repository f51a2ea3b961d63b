package io.sreobservability.benchmarks.span;

import io.sreobservability.benchmarks.calls.Calls;
import io.sreobservability.benchmarks.calls.Findings;
import io.sreobservability.benchmarks.calls.Question;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The calls that are measured, for every form alike; a subclass says which form. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public abstract class CallBenchmark {
    private final String namespace = "/sre/infrastructure/production";
    private final Question question = new Question(
            "investigation_4f1c2a9be07d3385",
            "Alice",
            "session-7c1e",
            "API response times have degraded 3x in the last hour");
    private final RuntimeException failure = new Failure();

    @SuppressWarnings("NullAway.Init") // JMH calls start() first
    private Calls calls;

    /** An exception without a stack trace, whose making would cost more than any span. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure() {
            super("the log store is away", null, false, false);
        }
    }

    /** The form whose calls are measured. */
    abstract Calls calls();

    @Setup
    public void start() {
        calls = calls();
    }

    /** One span with one attribute from a parameter, one metric point. */
    @Benchmark
    public int oneAttribute() {
        return calls.store(namespace);
    }

    /** Two spans with all attributes of their families, the inner one inherits; three metric points. */
    @Benchmark
    public Findings fullSet() {
        return calls.investigate(question);
    }

    /** One span that fails by an exception. */
    @Benchmark
    public RuntimeException failure() {
        try {
            calls.fail(failure);
            throw new AssertionError("did not fail");
        } catch (Failure expected) {
            return expected;
        }
    }

    /** One span that ends when the future is completed. */
    @Benchmark
    public CompletableFuture<String> async() {
        CompletableFuture<String> answer = calls.search(new CompletableFuture<>());
        answer.complete("no errors");
        return answer;
    }
}
