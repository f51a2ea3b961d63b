package io.sreobservability.cloudwatch.buffer;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.ExportOutcome.Next;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A receiver that answers with status 500: it is away, or it does not cope with some of the items. Flushes are tried again at once,
 * so they take the place of time here.
 */
class StumblingReceiverTest extends PipelineFixture {

    private static CompletableResultCode stumble() {
        return failed(ExportFailure.refusal(Next.STUMBLED, "HTTP status 500"));
    }

    private void stumbleOver(Set<String> bad) {
        exporter.answerBy(names -> names.stream().anyMatch(bad::contains) ? stumble() : ScriptedExporter.take(names));
    }

    private Tracer start(boolean onDisk) {
        return tracer(PATIENT, onDisk ? directory : (Path) null);
    }

    private void flushUntilNothingWaits() {
        await().atMost(20, SECONDS).pollInterval(1, MILLISECONDS).until(() -> {
            flush();
            return balance().waiting().isNothing();
        });
    }

    private void assertOnlyLost(Set<String> bad, int spans) {
        assertThat(exporter.delivered())
                .hasSize(spans - bad.size())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(bad);
        assertThat(losses()).isEqualTo(Map.of(FailureKind.INVALID, (long) bad.size()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneItemThatItStumblesOverCostsItself(boolean onDisk) {
        Set<String> bad = Set.of("span 700");
        stumbleOver(bad);
        end(start(onDisk), 1_000);
        flushUntilNothingWaits();
        assertOnlyLost(bad, 1_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soDoSeveralWhereverTheyAre(boolean onDisk) {
        Set<String> bad = Set.of("span 0", "span 1", "span 300", "span 511", "span 599");
        stumbleOver(bad);
        end(start(onDisk), 600);
        // Others come while it stumbles over the last one.
        Tracer tracer = started.get(0).get("test");
        await().atMost(20, SECONDS).pollInterval(1, MILLISECONDS).until(() -> {
            flush();
            return exporter.delivered().size() == 595;
        });
        IntStream.range(600, 640)
                .forEach(i -> tracer.spanBuilder("span " + i).startSpan().end());
        flushUntilNothingWaits();
        assertOnlyLost(bad, 640);
    }

    /** An overloaded one, or some of several behind a balancer: it says nothing of what is in a request. */
    @ParameterizedTest
    @CsvSource({"50, 1", "80, 2", "80, 3", "90, 5"})
    void oneThatFailsAtRandomLosesNothing(int percent, long seed) {
        Random luck = new Random(seed);
        exporter.answerBy(names -> luck.nextInt(100) < percent ? stumble() : ScriptedExporter.take(names));
        end(start(false), 1_000);
        flushUntilNothingWaits();
        assertThat(losses()).isEmpty();
        assertThat(exporter.delivered()).doesNotHaveDuplicates().hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whileItTakesNothingNothingIsGivenUp(boolean onDisk) {
        exporter.answerBy(names -> stumble());
        end(start(onDisk), 1_000);
        for (int i = 0; i < 150; i++) {
            assertThat(flush()).isFalse();
        }
        assertThat(losses()).isEmpty();
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).hasSize(1_000);
        assertThat(new HashSet<>(exporter.delivered())).isEqualTo(new HashSet<>(names(1_000)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anItemIsKeptUntilEnoughOthersWereTaken(boolean onDisk) {
        stumbleOver(Set.of("span 3"));
        end(start(onDisk), 6);
        for (int i = 0; i < 60; i++) {
            assertThat(flush()).isFalse();
        }
        assertThat(losses()).isEmpty();
        assertThat(exporter.delivered()).hasSize(5);
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).hasSize(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anItemWithNoOtherToComeIsKept(boolean onDisk) {
        exporter.answerBy(names -> stumble());
        end(start(onDisk), 1);
        for (int i = 0; i < 30; i++) {
            assertThat(flush()).isFalse();
        }
        assertThat(losses()).isEmpty();
        assertThat(balance().waiting().isNothing()).isFalse();
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(List.of("span 0"));
    }
}
