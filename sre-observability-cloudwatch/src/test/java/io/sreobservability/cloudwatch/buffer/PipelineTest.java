package io.sreobservability.cloudwatch.buffer;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.RecordingSpanProcessor;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.cloudwatch.limits.LimitedSpanExporter;
import io.sreobservability.cloudwatch.limits.RequestLimits;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the end of a span to its outcome in the books, over exporters that do whatever exporters may do. */
class PipelineTest extends PipelineFixture {

    @Test
    void everythingArrivesInOrderAndAFlushSaysSo() {
        end(tracer(QUICK, directory), 2_000);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(2_000));
        assertThat(directory).as("a receiver that is well costs no disk").isEmptyDirectory();
    }

    /** What exporters do instead of delivering. */
    private static List<Supplier<CompletableResultCode>> failures() {
        return List.of(
                () -> away(),
                CompletableResultCode::ofFailure,
                () -> failed(new IOException("broken pipe")),
                () -> failed(new ExportFailure(FailureKind.REFUSED, "HTTP status 403")),
                () -> failed(new ExportFailure(FailureKind.INVALID, "HTTP status 400")),
                () -> failed(ExportFailure.partial(1)),
                () -> {
                    throw new IllegalStateException("a mistake");
                },
                () -> {
                    throw new StackOverflowError();
                },
                () -> {
                    throw new NoClassDefFoundError("gone");
                },
                CompletableResultCode::new);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFlushIsNeverAFalseSuccessAndTheWorkerGoesOn(Supplier<CompletableResultCode> failure) {
        Tracer tracer = tracer(settings(MUCH, 512, Duration.ofMillis(200)), (Path) null);
        exporter.answerBy(names -> failure.get());
        end(tracer, 3);
        assertThat(flush()).isFalse();
        exporter.answerBy(ScriptedExporter::take);
        tracer.spanBuilder("after").startSpan().end();
        flush();
        assertThat(exporter.delivered()).endsWith("after");
        tracer.spanBuilder("later").startSpan().end();
        assertThat(flush()).as("losses are told once").isTrue();
    }

    @Test
    void everyFlushThatBeganBeforeALossWasToldIsAFailure() {
        CompletableResultCode first = new CompletableResultCode();
        exporter.answerBy(names -> exporter.calls() == 1 ? first : ScriptedExporter.take(names));
        Tracer tracer = tracer(PATIENT, (Path) null);
        end(tracer, 3);
        CompletableResultCode early = started.get(0).forceFlush();
        await().atMost(20, SECONDS).until(() -> exporter.calls() == 1);
        tracer.spanBuilder("later").startSpan().end();
        CompletableResultCode late = started.get(0).forceFlush();
        first.failExceptionally(new ExportFailure(FailureKind.REFUSED, "HTTP status 403"));
        assertThat(early.join(20, SECONDS).isSuccess()).isFalse();
        assertThat(late.join(20, SECONDS).isSuccess())
                .as("three of its four were lost")
                .isFalse();
        assertThat(exporter.delivered()).containsExactly("later");
        assertThat(flush()).as("losses are told once").isTrue();
    }

    @Test
    void aFlushWaitsForASlowReceiver() {
        CompletableResultCode slow = new CompletableResultCode();
        exporter.answerBy(names -> slow);
        end(tracer(QUICK, (Path) null), 3);
        CompletableResultCode flushed = started.get(0).forceFlush();
        await().atMost(20, SECONDS).until(() -> balance().waiting().inFlight() > 0);
        assertThat(flushed.isDone()).isFalse();
        slow.succeed();
        assertThat(flushed.join(20, SECONDS).isSuccess()).isTrue();
    }

    private static Function<List<String>, CompletableResultCode> refusing(Set<String> bad) {
        return names -> names.stream().anyMatch(bad::contains)
                ? failed(new ExportFailure(FailureKind.INVALID, "HTTP status 400"))
                : ScriptedExporter.take(names);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 511, 512, 700, 999})
    void oneBadSpanAmongAThousandCostsItself(int bad) {
        exporter.answerBy(refusing(Set.of("span " + bad)));
        end(tracer(QUICK, (Path) null), 1_000);
        assertThat(flush()).isFalse();
        assertThat(exporter.delivered()).hasSize(999).doesNotContain("span " + bad);
        assertThat(losses()).isEqualTo(Map.of(FailureKind.INVALID, 1L));
    }

    @Test
    void aSpanThatBreaksTheExporterCostsItselfToo() {
        exporter.answerBy(names -> {
            if (names.contains("span 2")) {
                throw new IllegalArgumentException("cannot write this one");
            }
            return ScriptedExporter.take(names);
        });
        end(tracer(QUICK, (Path) null), 4);
        await().atMost(20, SECONDS).until(() -> exporter.delivered().size() == 3);
        assertThat(losses()).isEqualTo(Map.of(FailureKind.OTHER, 1L));
    }

    @Test
    void aReceiverThatRefusesEveryRequestIsNotAskedAboutEachSpan() {
        exporter.answerBy(names -> failed(new ExportFailure(FailureKind.REFUSED, "HTTP status 403")));
        end(tracer(PATIENT, (Path) null), 512);
        assertThat(flush()).isFalse();
        assertThat(losses()).isEqualTo(Map.of(FailureKind.REFUSED, 512L));
        assertThat(exporter.calls()).isEqualTo(1);
    }

    @Test
    void aReceiverThatFindsFaultWithEverythingIsNotAskedAboutEachSpan() {
        exporter.answerBy(names -> failed(new ExportFailure(FailureKind.INVALID, "HTTP status 400")));
        end(tracer(QUICK, (Path) null), 512);
        assertThat(flush()).isFalse();
        assertThat(losses()).isEqualTo(Map.of(FailureKind.INVALID, 512L));
        assertThat(exporter.calls()).isLessThan(120);
    }

    @Test
    void whatMayHaveArrivedTwiceIsCounted() {
        AtomicInteger calls = new AtomicInteger();
        exporter.answerBy(names -> calls.incrementAndGet() == 1
                ? failed(ExportFailure.noAnswer(new SocketTimeoutException()))
                : ScriptedExporter.take(names));
        end(tracer(QUICK, (Path) null), 3);
        await().atMost(20, SECONDS).until(() -> balance().delivered() == 3);
        assertThat(balance().possiblyDuplicated()).isEqualTo(3);
    }

    @Test
    void whatWasTakenOfABatchBeforeItsRestFailedIsCountedAsTakenTwice() {
        AtomicInteger calls = new AtomicInteger();
        exporter.answerBy(names -> calls.incrementAndGet() == 2 ? away() : ScriptedExporter.take(names));
        SpanExporter inRequests =
                new LimitedSpanExporter(exporter, RequestLimits.ofBytes(1_000), InstantSource.system());
        end(tracer(PATIENT, new Pipelines(null, 0), inRequests), 40);
        assertThat(flush()).isFalse();
        assertThat(flush()).isTrue();
        Set<String> different = new HashSet<>(exporter.delivered());
        assertThat(different).hasSize(40);
        assertThat(balance().delivered()).isEqualTo(40);
        assertThat(balance().possiblyDuplicated())
                .isGreaterThanOrEqualTo(exporter.delivered().size() - 40)
                .isPositive();
    }

    @Test
    void whatIsSentWithoutAnAnswerIsNotCalledDelivered() {
        end(tracer(QUICK, new Pipelines(null, 0), new Unanswered(exporter)), 3);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).hasSize(3);
        assertThat(balance().unconfirmed()).isEqualTo(3);
        assertThat(balance().delivered()).isZero();
    }

    @Test
    void anOutageGoesThroughTheDiskAndKeepsTheOrder() {
        Tracer tracer = tracer(QUICK, directory);
        exporter.answerBy(names -> away());
        end(tracer, 1_000);
        await().atMost(20, SECONDS).until(() -> balance().waiting().onDisk() == 1_000);
        IntStream.range(1_000, 1_500)
                .forEach(i -> tracer.spanBuilder("span " + i).startSpan().end());
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(1_500));
        assertThat(shutdown()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anExporterThatBlocksKeepsNothingFromTheDisk() {
        CountDownLatch blocked = new CountDownLatch(1);
        exporter.answerBy(names -> {
            awaitUninterruptibly(blocked);
            return CompletableResultCode.ofSuccess();
        });
        end(tracer(QUICK, directory), 700);
        await().atMost(20, SECONDS)
                .until(() -> balance().waiting().onDisk() + balance().waiting().inFlight() == 700
                        && balance().waiting().onDisk() >= 700 - 512);
        blocked.countDown();
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(700));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAShutdownLeavesIsDeliveredByTheNextProcess() {
        exporter.answerBy(names -> away());
        end(tracer(QUICK, directory), 10);
        assertThat(shutdown()).isFalse();
        assertThat(balance().waiting().onDisk()).isEqualTo(10);
        assertThat(balance().missing()).isZero();

        ScriptedExporter next = new ScriptedExporter(ScriptedExporter::take);
        tracer(QUICK, new Pipelines(directory, MUCH), next);
        assertThat(flush()).isTrue();
        assertThat(next.delivered()).isEqualTo(names(10));
        assertThat(balance().recovered()).isEqualTo(10);
        assertThat(balance().delivered()).isEqualTo(10);
    }

    @Test
    void aShutdownKeepsToItsBudgetWithAReceiverThatNeverAnswers() {
        exporter.answerBy(names -> new CompletableResultCode());
        end(tracer(QUICK, directory), 10);
        long begun = System.nanoTime();
        assertThat(shutdown()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(balance().waiting().onDisk()).isEqualTo(10);
        Tracer closed = started.get(0).get("test");
        assertThat(started.get(0).forceFlush().join(20, SECONDS).isDone()).isTrue();
        closed.spanBuilder("late").startSpan().end();
    }

    @Test
    void anExporterThatBlocksIsToldOfTheShutdownAllTheSame() {
        CountDownLatch blocked = new CountDownLatch(1);
        exporter.answerBy(names -> {
            awaitUninterruptibly(blocked);
            return CompletableResultCode.ofFailure();
        });
        exporter.atShutdown(blocked::countDown);
        end(tracer(QUICK, directory), 10);
        await().atMost(20, SECONDS).until(() -> exporter.calls() == 1);
        assertThat(shutdown()).isFalse();
        assertThat(blocked.getCount()).isZero();
        assertThat(balance().waiting().onDisk()).isEqualTo(10);
    }

    @Test
    void whatSomebodyElsesExporterMakesOfASpanIsBufferedBehindIt() {
        ExporterLedger own = ledger.open(Signal.SPANS);
        books = own;
        Pipelines pipelines = new Pipelines(directory, MUCH);
        PipelineSpanExporter inFront = new PipelineSpanExporter(
                pipelines.spans(exporter, "here", QUICK, own, new EndpointHealth("test", InstantSource.system())));
        SdkTracerProvider sdk = SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(
                                SpanExporter.composite(inFront, new ScriptedExporter(ScriptedExporter::take)))
                        .build())
                .addSpanProcessor(new RecordingSpanProcessor(ledger))
                .build();
        started.add(sdk);
        exporter.answerBy(names -> away());
        end(sdk.get("test"), 10);
        assertThat(flush()).as("OpenTelemetry's processor knows no better").isTrue();
        assertThat(pipelines.flush().join(20, SECONDS).isSuccess()).isFalse();
        exporter.answerBy(ScriptedExporter::take);
        assertThat(pipelines.flush().join(20, SECONDS).isSuccess()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(10));
    }

    @Test
    void withoutADirectoryThatCanBeWrittenTheMemoryIsUsed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Tracer tracer = tracer(QUICK, file.resolve("below"));
        exporter.answerBy(names -> away());
        end(tracer, 100);
        assertThat(flush()).isFalse();
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(100));
    }

    @Test
    void aFullBufferGivesUpLeavesFirstAndErrorsAndRootsLast() {
        exporter.answerBy(names -> away());
        Tracer tracer = tracer(settings(100_000, 1, Duration.ofSeconds(20)), (Path) null);
        Context root = Context.root().with(tracer.spanBuilder("root").startSpan());
        List<Span> parents = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Span parent = tracer.spanBuilder("parent").setParent(root).startSpan();
            tracer.spanBuilder("leaf").setParent(root.with(parent)).startSpan().end();
            parents.add(parent);
            if (i < 20) {
                parent.end();
            }
        }
        assertThat(losses()).as("it is full").containsKey(FailureKind.QUEUE_FULL);
        List<Span> better = new ArrayList<>(parents.subList(250, 290));
        for (int i = 0; i < 50; i++) {
            better.add(tracer.spanBuilder("error").setParent(root).startSpan().setStatus(StatusCode.ERROR));
        }
        for (Span span : better) {
            long before = balance().dropped();
            span.end();
            await().atMost(20, SECONDS)
                    .pollInterval(1, MILLISECONDS)
                    .until(() -> balance().dropped() > before);
        }
        assertThat(flush()).isFalse();
        exporter.answerBy(ScriptedExporter::take);
        await().atMost(20, SECONDS).until(() -> balance().waiting().isNothing());
        assertThat(exporter.delivered().stream().filter("error"::equals)).hasSize(50);
        assertThat(exporter.delivered().stream().filter("parent"::equals))
                .as("also those that ended when it was full, whose leaf was not let in")
                .hasSize(60);
        assertThat(losses()).containsOnlyKeys(FailureKind.QUEUE_FULL);
    }

    @Test
    void aSpanThatIsLargerThanTheBufferIsNotKept() {
        Tracer tracer = tracer(settings(100_000, 512, Duration.ofSeconds(20)), (Path) null);
        tracer.spanBuilder("large")
                .setAttribute("text", "x".repeat(200_000))
                .startSpan()
                .end();
        assertThat(losses()).isEqualTo(Map.of(FailureKind.QUEUE_FULL, 1L));
    }
}
