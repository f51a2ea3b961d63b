package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.buffer.codec.ItemCodec;
import io.sreobservability.cloudwatch.buffer.disk.SegmentQueue;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a backlog that is on the disk. Failing costs nothing but time: items stay where they were, the operator hears
 * of it once, and after a while it is tried again. Used by one thread.
 */
final class Disk<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration REST_WHEN_FULL = Duration.ofSeconds(1);

    private final Path shown;
    private final SegmentQueue queue;
    private final ItemCodec<T> codec;
    private final ExporterLedger ledger;
    private boolean warned;
    private long restsUntil;
    private boolean resting;

    Disk(DiskPlace place, ItemCodec<T> codec, ExporterLedger ledger) {
        this.shown = place.root();
        this.queue = new SegmentQueue(place.directory(), place.queue(), place.limitBytes(), InstantSource.system());
        this.codec = codec;
        this.ledger = ledger;
    }

    /** Takes over what processes left that are gone. */
    void adopt() {
        try {
            SegmentQueue.Adopted adopted = queue.adopt();
            ledger.recovered(adopted.records() + adopted.damaged());
            ledger.lost(adopted.damaged(), FailureKind.DAMAGED);
            if (adopted.records() + adopted.damaged() + adopted.left() > 0) {
                LOG.info(
                        "{}: {} from an earlier run are delivered now ({} more were damaged, {} files wait for a later run).",
                        shown,
                        adopted.records() + " " + ledger.signal().items(),
                        adopted.damaged(),
                        adopted.left());
            }
        } catch (IOException | RuntimeException failed) {
            failed(failed);
        }
    }

    long records() {
        return queue.records();
    }

    /**
     * Keeps items, after all that are kept already.
     *
     * @return false if they could not be kept; then none of them is
     */
    boolean keep(List<Entry<T>> entries) {
        if (resting && System.nanoTime() - restsUntil < 0) {
            return false;
        }
        try {
            List<byte[]> records = new ArrayList<>(entries.size());
            for (Entry<T> entry : entries) {
                records.add(encoded(entry.item()));
            }
            if (!queue.hasRoomFor(records)) {
                rest(REST_WHEN_FULL);
                return false;
            }
            queue.append(records);
            resting = false;
            return true;
        } catch (IOException | RuntimeException failed) {
            failed(failed);
            return false;
        }
    }

    /** An item that cannot be written as it may be written leaves an empty place, which is found damaged when it is read. */
    private byte[] encoded(T item) {
        try {
            return codec.encode(item);
        } catch (RuntimeException unwritable) {
            return new byte[0];
        }
    }

    /** The next try may come at once. */
    void endRest() {
        resting = false;
    }

    private void rest(Duration time) {
        resting = true;
        restsUntil = System.nanoTime() + time.toNanos();
    }

    private void failed(Exception failure) {
        rest(REST_AFTER_FAILURE);
        warn(
                failure.getClass().getSimpleName(),
                "they wait in memory, and what finds no room there is counted as lost.");
    }

    private void warn(String reason, String consequence) {
        if (!warned) {
            warned = true;
            LOG.warn(
                    "Undelivered {} cannot be kept in {} ({}): {}",
                    ledger.signal().items(),
                    shown,
                    reason,
                    consequence);
        }
    }

    /** The items at the front, for a batch; those that cannot be read are taken out and booked. */
    List<Entry<T>> front(int maxItems) {
        while (true) {
            List<byte[]> records = queue.peek(maxItems, BufferSettings.BATCH_BYTES);
            ledger.lost(queue.takeLost(), FailureKind.DAMAGED);
            if (queue.isReadOnly()) {
                warn("read-only", "what is there is delivered, and if it is still there at the next start, once more.");
            }
            List<Entry<T>> entries = decoded(records);
            if (!entries.isEmpty() || records.isEmpty()) {
                return entries;
            }
            // The first cannot be read.
            queue.acknowledge(1);
            ledger.lost(1, FailureKind.DAMAGED);
        }
    }

    /** Some of the items behind the first so many. */
    List<Entry<T>> behind(int items, int maxItems) {
        return decoded(queue.peekBehind(items, maxItems, BufferSettings.BATCH_BYTES));
    }

    /** Up to the first one that cannot be read. */
    private List<Entry<T>> decoded(List<byte[]> records) {
        List<Entry<T>> entries = new ArrayList<>(records.size());
        for (byte[] record : records) {
            try {
                entries.add(new Entry<>(codec.decode(record), 0, false));
            } catch (RuntimeException unreadable) {
                return entries;
            }
        }
        return entries;
    }

    /** The first so many items are settled. */
    void acknowledge(int items) {
        queue.acknowledge(items);
        ledger.lost(queue.takeLost(), FailureKind.DAMAGED);
    }

    /** Leaves the rest to the next process. */
    void close() {
        queue.close();
    }
}
