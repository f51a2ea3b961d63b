package io.sreobservability.cloudwatch.buffer.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A first-in, first-out queue in files of a {@link BufferDirectory}. Used by one thread. */
public final class SegmentQueue {

    private static final long LARGEST_SEGMENT = 4 * 1024 * 1024;
    private static final int SEGMENTS = 8;

    /** So many times in a row the first file cannot be read, and it is given up: all else waits behind it. */
    private static final int FAILED_READS = 20;

    private final BufferDirectory directory;
    private final String prefix;
    private final Pattern names;
    private final String unique =
            String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
    private final long limit;
    private final InstantSource clock;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private boolean tailIsOurs;
    private int failedReads;
    private long created;
    private long records;
    private long bytes;
    private long lost;

    /**
     * An empty queue.
     *
     * @param name tells this queue from others; what a dead process left under the same name can be adopted
     * @param limit the most bytes it takes
     */
    public SegmentQueue(BufferDirectory directory, String name, long limit, InstantSource clock) {
        this.directory = directory;
        this.prefix = name + "-";
        this.names = Pattern.compile(Pattern.quote(prefix) + "[0-9]{13}-[0-9]{6}-[0-9a-f]{8}[.]seg");
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * What {@link #adopt} found.
     *
     * @param records that wait again
     * @param damaged that are gone
     * @param left files that stay for a later process, because there is no room for them or they cannot be read now
     */
    public record Adopted(long records, long damaged, int left) {}

    /**
     * Puts in front what processes left that are gone, the oldest first and as much as the queue may take. To be called before
     * anything is appended.
     */
    public Adopted adopt() throws IOException {
        long damaged = 0;
        BufferDirectory.Adoption adoption = directory.adopt(names, limit);
        int left = adoption.left();
        for (Path file : adoption.files()) {
            try {
                Segment segment = Segment.open(file);
                damaged += segment.damages();
                add(segment);
            } catch (IOException unreadableNow) {
                left++;
            }
        }
        return new Adopted(records, damaged, left);
    }

    private void add(Segment segment) throws IOException {
        if (segment.pending() == 0) {
            segment.delete();
            return;
        }
        segment.release();
        segments.addLast(segment);
        records += segment.pending();
        bytes += segment.bytes();
    }

    /** Records that wait. */
    public long records() {
        return records;
    }

    public boolean hasRoomFor(List<byte[]> payloads) {
        return bytes + RecordFormat.bytes(payloads) <= limit;
    }

    /**
     * Puts records at the end.
     *
     * @throws IOException if not all could be written; then none of them is in the queue
     */
    public void append(List<byte[]> payloads) throws IOException {
        Segment tail = tail();
        bytes -= tail.bytes();
        try {
            tail.append(payloads);
            records += payloads.size();
        } finally {
            bytes += tail.bytes();
        }
    }

    /** The last segment if it is ours and has room, else a new one. */
    private Segment tail() throws IOException {
        Segment last = segments.peekLast();
        if (last != null && tailIsOurs && last.bytes() < Math.min(LARGEST_SEGMENT, limit / SEGMENTS)) {
            return last;
        }
        if (last != null && last != segments.peekFirst()) {
            last.release();
        }
        Segment tail = Segment.create(nextFile());
        tailIsOurs = true;
        segments.addLast(tail);
        bytes += tail.bytes();
        return tail;
    }

    /** Names sort by age, also among those of several processes, and no two processes use the same. */
    private Path nextFile() throws IOException {
        String name = String.format(Locale.ROOT, "%s%013d-%06d-%s.seg", prefix, clock.millis(), created++, unique);
        return directory.open().resolve(name);
    }

    /** The first records: at most so many, and so many bytes after the first; empty if there are none, or none can be read now. */
    public List<byte[]> peek(int maxRecords, long maxBytes) {
        for (Segment head = segments.peekFirst(); head != null; head = segments.peekFirst()) {
            try {
                List<byte[]> payloads = head.peek(0, maxRecords, maxBytes);
                failedReads = 0;
                if (!payloads.isEmpty()) {
                    return payloads;
                }
            } catch (IOException unreadable) {
                // The process may have too many files open, or an error passes: it is there for the next time.
                if (head.isThere() && (!head.isOpen() || ++failedReads < FAILED_READS)) {
                    return List.of();
                }
            }
            lost += head.pending();
            drop(head);
        }
        return List.of();
    }

    /** Some of the records behind the first so many: at most {@code maxRecords}; empty if there are none, or none can be read now. */
    public List<byte[]> peekBehind(int records, int maxRecords, long maxBytes) {
        int before = records;
        for (Segment segment : segments) {
            if (before < segment.pending()) {
                try {
                    return segment.peek(before, maxRecords, maxBytes);
                } catch (IOException unreadable) {
                    return List.of();
                }
            }
            before -= (int) segment.pending();
        }
        return List.of();
    }

    /** Takes the first so many records out. */
    public void acknowledge(int count) {
        int left = count;
        for (Segment head = segments.peekFirst(); left > 0 && head != null; head = segments.peekFirst()) {
            long pending = head.pending();
            int here = (int) Math.min(left, pending);
            left -= here;
            if (here < pending) {
                head.acknowledge(here);
                records -= here;
            } else {
                drop(head);
            }
        }
    }

    private void drop(Segment head) {
        failedReads = 0;
        segments.removeFirst();
        records -= head.pending();
        bytes -= head.bytes();
        try {
            head.delete();
        } catch (IOException stays) {
            // Whoever adopts it finds records that were delivered before: duplicates, no loss.
        }
    }

    /** Whether the first file can be read and not written: that its records are taken out is not noted on the disk. */
    public boolean isReadOnly() {
        Segment head = segments.peekFirst();
        return head != null && head.isReadOnly();
    }

    /** Records that turned out to be unreadable since the last call, though they were counted. */
    public long takeLost() {
        long taken = lost;
        lost = 0;
        return taken;
    }

    /** Closes the files; what is in them stays for the next process. */
    public void close() {
        for (Segment segment : segments) {
            try {
                segment.close();
            } catch (IOException e) {
                // All that is needed was written before.
            }
        }
    }
}
