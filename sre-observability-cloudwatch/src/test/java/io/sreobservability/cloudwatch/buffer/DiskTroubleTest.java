package io.sreobservability.cloudwatch.buffer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sreobservability.cloudwatch.buffer.disk.UncertainDisk;
import org.junit.jupiter.api.Test;

/** A disk that is full, or cannot be written any more, costs nothing that the memory holds. */
class DiskTroubleTest extends PipelineFixture {

    private final UncertainDisk disk = new UncertainDisk();

    @Test
    void whatFindsNoRoomOnTheDiskWaitsInMemoryAndKeepsItsOrder() {
        exporter.answerBy(names -> away());
        disk.hasRoomFor(60_000);
        end(tracer(QUICK, disk.at(directory)), 1_000);
        await().atMost(20, SECONDS).until(() -> balance().waiting().queued() > 0 && exporter.calls() > 1);
        assertThat(flush()).isFalse();
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(1_000));
        assertThat(losses()).isEmpty();
    }

    @Test
    void whatIsOnADiskThatBecameReadOnlyIsDelivered() {
        exporter.answerBy(names -> away());
        end(tracer(QUICK, disk.at(directory)), 1_000);
        await().atMost(20, SECONDS).until(() -> balance().waiting().onDisk() == 1_000);
        disk.isReadOnly(true);
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(1_000));
        assertThat(losses()).isEmpty();
    }
}
