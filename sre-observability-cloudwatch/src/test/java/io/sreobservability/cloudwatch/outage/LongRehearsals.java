package io.sreobservability.cloudwatch.outage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryBooks;
import io.sreobservability.cloudwatch.delivery.Balance;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The long forms, whose figures are in docs/delivery.md, which has the command. No build runs them by itself. */
class LongRehearsals {

    private static final int SPANS_A_SECOND = 2_000;
    private static final int HEALTHY_SECONDS = 10;
    private static final int OUTAGE_SECONDS = Integer.getInteger("sre.delivery.outage.seconds", 60);
    private static final int KILLS = Integer.getInteger("sre.delivery.kills", 100);
    private static final int THROUGHPUT_SPANS = 200_000;

    @RegisterExtension
    final TelemetryBooks books = new TelemetryBooks();

    @TempDir
    Path buffer;

    private static void say(String format, Object... values) {
        System.out.println("REHEARSAL " + String.format(Locale.ROOT, format, values));
    }

    private static long end(Tracer tracer, int number) {
        long begun = System.nanoTime();
        tracer.spanBuilder("span " + number)
                .setAttribute("sre.tool_name", "get_pod_status")
                .setAttribute("sre.attempt", 1)
                .startSpan()
                .end();
        return System.nanoTime() - begun;
    }

    /** Makes the same spans for both at a steady rate; returns the number of the next one. */
    private static int produce(
            int from, int seconds, Tracer ours, Latencies oursTook, Tracer stock, Latencies stockTook) {
        long begun = System.nanoTime();
        int count = seconds * SPANS_A_SECOND;
        for (int i = 0; i < count; i++) {
            while (System.nanoTime() - begun < i * (1_000_000_000L / SPANS_A_SECOND)) {
                LockSupport.parkNanos(200_000);
            }
            oursTook.add(end(ours, from + i));
            stockTook.add(end(stock, from + i));
        }
        return from + count;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anOutage(Fault fault) {
        try (UnreliableReceiver receiver = new UnreliableReceiver();
                UnreliableReceiver stockReceiver = new UnreliableReceiver();
                SreTelemetry telemetry = Telemetry.start(books, receiver.url(), buffer, Duration.ofSeconds(5));
                SdkTracerProvider stock = StockTelemetry.start(stockReceiver.url())) {
            Tracer ours = telemetry.openTelemetry().getTracer("test");
            Tracer theirs = stock.get("test");
            produce(-20_000, 5, ours, new Latencies(), theirs, new Latencies());
            Latencies healthy = new Latencies();
            Latencies stockHealthy = new Latencies();
            Latencies away = new Latencies();
            Latencies stockAway = new Latencies();
            int made = produce(0, HEALTHY_SECONDS, ours, healthy, theirs, stockHealthy);
            receiver.become(fault);
            stockReceiver.become(fault);
            made = produce(made, OUTAGE_SECONDS, ours, away, theirs, stockAway);
            receiver.become(Fault.NONE);
            stockReceiver.become(Fault.NONE);
            made = produce(made, HEALTHY_SECONDS, ours, new Latencies(), theirs, new Latencies());
            long back = System.nanoTime();
            await().atMost(120, SECONDS)
                    .until(() -> telemetry.balances().get(0).waiting().isNothing());
            double drained = (System.nanoTime() - back) / 1e9;
            stock.forceFlush().join(60, SECONDS);
            int all = made + 5 * SPANS_A_SECOND;
            Balance balance = telemetry.balances().get(0);
            say(
                    "outage %s of %d s at %d spans/s: ours lost %d of %d, twice %d (booked %d), empty %.1f s later; stock lost %d,"
                            + " twice %d; p99.9 of a span in us: ours healthy %s away %s, stock healthy %s away %s",
                    fault,
                    OUTAGE_SECONDS,
                    SPANS_A_SECOND,
                    all - receiver.taken().size(),
                    all,
                    twice(receiver),
                    balance.possiblyDuplicated(),
                    drained,
                    all - stockReceiver.taken().size(),
                    twice(stockReceiver),
                    healthy.micros(0.999),
                    away.micros(0.999),
                    stockHealthy.micros(0.999),
                    stockAway.micros(0.999));
            assertThat(receiver.taken()).hasSize(all);
            assertThat(balance.missing()).isZero();
        }
    }

    private static long twice(UnreliableReceiver receiver) {
        return receiver.taken().values().stream().filter(times -> times > 1).count();
    }

    private static List<Duration> budgets() {
        return List.of(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void aShutdown(Duration budget) {
        for (Fault fault : List.of(Fault.REFUSED, Fault.STATUS_503, Fault.THROTTLED, Fault.RESET, Fault.BLACK_HOLE)) {
            try (UnreliableReceiver receiver = new UnreliableReceiver()) {
                receiver.become(fault);
                SreTelemetry telemetry = Telemetry.start(books, receiver.url(), buffer, budget);
                Tracer tracer = telemetry.openTelemetry().getTracer("test");
                IntStream.range(0, SPANS_A_SECOND).forEach(i -> end(tracer, i));
                long begun = System.nanoTime();
                telemetry.close();
                long tookMillis = (System.nanoTime() - begun) / 1_000_000;
                long kept = telemetry.balances().get(0).waiting().onDisk();
                receiver.become(Fault.NONE);
                SreTelemetry next = Telemetry.start(books, receiver.url(), buffer, budget);
                await().atMost(60, SECONDS).until(() -> next.flush(Duration.ofSeconds(20)));
                next.close();
                say(
                        "shutdown %s with %d ms: took %d ms, kept %d, then delivered %d of %d",
                        fault,
                        budget.toMillis(),
                        tookMillis,
                        kept,
                        receiver.taken().size(),
                        SPANS_A_SECOND);
                assertThat(tookMillis).isLessThanOrEqualTo(budget.toMillis() + 200);
                assertThat(receiver.taken()).hasSize(SPANS_A_SECOND);
            }
        }
    }

    @Test
    void manyKillings() throws Exception {
        long seed = System.nanoTime();
        Killings.Result result = new Killings(books, buffer, seed).run(KILLS);
        say("%d kill -9 (seed %d): %s", KILLS, seed, result);
        assertThat(result.lost()).isZero();
    }

    /** Spans as fast as they are taken; both queues are large enough to lose none. */
    @Test
    void throughput() {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 0; round < 4; round++) {
            for (boolean our : new boolean[] {true, false}) {
                try (UnreliableReceiver receiver = new UnreliableReceiver();
                        SreTelemetry telemetry = Telemetry.start(books, receiver.url(), buffer, Duration.ofSeconds(5));
                        SdkTracerProvider stock =
                                StockTelemetry.start(receiver.url(), Duration.ofMillis(500), 2 * THROUGHPUT_SPANS)) {
                    Tracer tracer = our ? telemetry.openTelemetry().getTracer("test") : stock.get("test");
                    long cpu = process.getProcessCpuTime();
                    long begun = System.nanoTime();
                    IntStream.range(0, THROUGHPUT_SPANS).forEach(i -> end(tracer, i));
                    await().atMost(120, SECONDS)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> receiver.taken().size() == THROUGHPUT_SPANS
                                    || (our
                                            && telemetry
                                                    .balances()
                                                    .get(0)
                                                    .waiting()
                                                    .isNothing()));
                    double seconds = (System.nanoTime() - begun) / 1e9;
                    say(
                            "throughput round %d %s: %.0f spans/s, %.2f us CPU a span (receiver included)",
                            round,
                            our ? "ours" : "stock",
                            THROUGHPUT_SPANS / seconds,
                            (process.getProcessCpuTime() - cpu) / 1e3 / THROUGHPUT_SPANS);
                }
            }
        }
    }
}
