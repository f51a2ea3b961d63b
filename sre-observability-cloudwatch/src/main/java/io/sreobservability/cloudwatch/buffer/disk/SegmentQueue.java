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
import org.jspecify.annotations.Nullable;

/** A first-in, first-out queue in files of a {@link BufferDirectory}. Used by one thread. */
public final class SegmentQueue {

    private static final long LARGEST_SEGMENT = 4 * 1024 * 1024;
    private static final int SEGMENTS = 8;

    private final BufferDirectory directory;
    private final String prefix;
    private final Pattern names;
    private final String unique =
            String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
    private final long limit;
    private final InstantSource clock;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private boolean tailIsOurs;
    private long created;
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

    /** What {@link #adopt} found: records that wait again, and damaged ones that are gone. */
    public record Adopted(long records, long damaged) {}

    /** Puts in front what processes left that are gone. To be called before anything is appended. */
    public Adopted adopt() throws IOException {
        long records = 0;
        long damaged = 0;
        for (Path file : directory.adopt(names)) {
            Segment segment = opened(file);
            if (segment == null) {
                damaged++;
                continue;
            }
            records += segment.pending();
            damaged += segment.damages();
            segments.addLast(segment);
            if (segment.pending() == 0) {
                segments.removeLast().delete();
            }
        }
        return new Adopted(records, damaged);
    }

    private static @Nullable Segment opened(Path file) {
        try {
            return Segment.open(file);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Records that wait. */
    public long records() {
        return segments.stream().mapToLong(Segment::pending).sum();
    }

    public boolean hasRoomFor(List<byte[]> payloads) {
        long bytes = segments.stream().mapToLong(Segment::bytes).sum();
        return bytes + RecordFormat.bytes(payloads) <= limit;
    }

    /**
     * Puts records at the end.
     *
     * @throws IOException if not all could be written; then none of them is in the queue
     */
    public void append(List<byte[]> payloads) throws IOException {
        Segment tail = segments.peekLast();
        if (tail == null || !tailIsOurs || tail.bytes() >= Math.min(LARGEST_SEGMENT, limit / SEGMENTS)) {
            tail = Segment.create(nextFile());
            tailIsOurs = true;
            segments.addLast(tail);
        }
        tail.append(payloads);
    }

    /** Names sort by age, also among those of several processes, and no two processes use the same. */
    private Path nextFile() throws IOException {
        String name = String.format(Locale.ROOT, "%s%013d-%06d-%s.seg", prefix, clock.millis(), created++, unique);
        return directory.open().resolve(name);
    }

    /** The first records: at most so many, and so many bytes after the first; empty if there are none. */
    public List<byte[]> peek(int maxRecords, long maxBytes) {
        while (true) {
            Segment head = segments.peekFirst();
            if (head == null) {
                return List.of();
            }
            List<byte[]> payloads = read(head, maxRecords, maxBytes);
            if (!payloads.isEmpty()) {
                return payloads;
            }
            lost += head.pending();
            drop(head);
        }
    }

    private static List<byte[]> read(Segment head, int maxRecords, long maxBytes) {
        try {
            return head.peek(maxRecords, maxBytes);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Takes the first so many records out. */
    public void acknowledge(int records) {
        int left = records;
        while (left > 0) {
            Segment head = segments.peekFirst();
            if (head == null) {
                return;
            }
            long pending = head.pending();
            int here = (int) Math.min(left, pending);
            left -= here;
            if (here == pending || !acknowledged(head, here)) {
                lost += pending - here;
                drop(head);
            }
        }
    }

    private static boolean acknowledged(Segment head, int records) {
        try {
            head.acknowledge(records);
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void drop(Segment head) {
        segments.removeFirst();
        try {
            head.delete();
        } catch (IOException stays) {
            // Whoever adopts it finds records that were delivered before: duplicates, no loss.
        }
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
                // Only read rights are given back here; everything was written before.
            }
        }
    }
}
