package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.buffer.disk.BufferDirectory;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All pipelines of one SDK, which share a directory. */
public final class Pipelines {

    private static final Logger LOG = LoggerFactory.getLogger(Pipelines.class);

    private final @Nullable Path root;
    private final @Nullable BufferDirectory directory;
    private final long diskBytes;
    private final List<Pipeline<?>> pipelines = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();

    /**
     * No pipelines yet.
     *
     * @param root where processes keep what they cannot deliver, each in a directory of its own; null for memory only
     * @param diskBytes the most bytes that each pipeline keeps there
     */
    public Pipelines(@Nullable Path root, long diskBytes) {
        this.root = root;
        this.directory = root == null ? null : new BufferDirectory(root);
        this.diskBytes = diskBytes;
    }

    /**
     * Opens a way for spans.
     *
     * @param destination a name for where they go, of characters for file names; the next process with the same destination
     *     delivers what this one leaves
     */
    public Pipeline<SpanData> spans(
            SpanExporter exporter,
            String destination,
            BufferSettings settings,
            ExporterLedger ledger,
            EndpointHealth health) {
        return opened(new Pipeline<>(
                new SpanRules(),
                Exporting.of(exporter),
                settings,
                place("spans-" + destination),
                ledger,
                health,
                beforeEnd()));
    }

    /**
     * Opens a way for log records.
     *
     * @param destination as for {@link #spans}
     * @param masking makes a record fit to be written and sent
     */
    public Pipeline<LogRecordData> logs(
            LogRecordExporter exporter,
            String destination,
            UnaryOperator<LogRecordData> masking,
            BufferSettings settings,
            ExporterLedger ledger,
            EndpointHealth health) {
        return opened(new Pipeline<>(
                new LogRules(masking),
                Exporting.of(exporter),
                settings,
                place("logs-" + destination),
                ledger,
                health,
                beforeEnd()));
    }

    private @Nullable DiskPlace place(String queue) {
        return root == null || directory == null ? null : new DiskPlace(directory, root, queue, diskBytes);
    }

    private <T> Pipeline<T> opened(Pipeline<T> pipeline) {
        pipelines.add(pipeline);
        return pipeline;
    }

    /** What a pipeline that is opened now does at its end: the last one gives the directory up. */
    private Runnable beforeEnd() {
        running.incrementAndGet();
        return () -> {
            if (running.decrementAndGet() == 0) {
                giveUpDirectory();
            }
        };
    }

    private void giveUpDirectory() {
        if (directory == null) {
            return;
        }
        try {
            directory.close();
        } catch (IOException e) {
            LOG.debug("The buffer's directory could not be tidied up", e);
        }
    }

    /** Succeeds when all that was put in before is acknowledged; fails when it is known that it is not. */
    public CompletableResultCode flush() {
        return CompletableResultCode.ofAll(
                pipelines.stream().map(Pipeline::flush).toList());
    }

    /** Ends all of them within the budget; succeeds when all was acknowledged, fails otherwise. */
    public CompletableResultCode close(Duration budget) {
        return CompletableResultCode.ofAll(
                pipelines.stream().map(pipeline -> pipeline.close(budget)).toList());
    }
}
