package io.sreobservability.cloudwatch.buffer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sreobservability.cloudwatch.buffer.disk.UncertainDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
    void whatIsOnADiskThatBecameReadOnlyIsDelivered() throws IOException {
        exporter.answerBy(names -> away());
        end(tracer(QUICK, new Pipelines(disk.at(directory), 1_000_000), exporter), 2_000);
        await().atMost(20, SECONDS).until(() -> balance().waiting().onDisk() == 2_000);
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(file -> file.toString().endsWith(".seg"))).hasSizeGreaterThanOrEqualTo(3);
        }
        disk.isReadOnly(true);
        exporter.answerBy(ScriptedExporter::take);
        assertThat(flush()).isTrue();
        assertThat(exporter.delivered()).isEqualTo(names(2_000));
        assertThat(losses()).isEmpty();
    }
}
