package io.sreobservability.cloudwatch.buffer.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file of the queue: a header that says up to where records are acknowledged, and records. The header has a checksum, too:
 * if it is damaged, everything in the file counts as not acknowledged, which costs duplicates and no record.
 *
 * <p>The file is open only while it is used: of a long queue that is its ends. Nothing is forced to the disk itself. What was
 * written survives the process, not a loss of power.
 */
final class Segment implements Closeable {

    private static final int MAGIC = 0x53524542;
    private static final int HEADER_BYTES = 16;

    private final Path file;
    private @Nullable FileChannel channel;
    private boolean isReadOnly;
    private long end;
    private long acknowledged;
    private long pending;
    private long damages;
    private boolean isNoted = true;

    /** So many records are acknowledged whose end is not known, because they could not be read. */
    private int owed;

    private @Nullable SegmentCursor cursor;

    /** Where the first records end that are not acknowledged, as far as they were read: nothing is read twice to acknowledge it. */
    private final List<Long> ends = new ArrayList<>();

    private Segment(Path file, FileChannel channel, long end) {
        this.file = file;
        this.channel = channel;
        this.end = end;
        this.acknowledged = HEADER_BYTES;
    }

    /** A new, empty file that only its owner may read. */
    static Segment create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.file());
        Segment segment = new Segment(file, channel, HEADER_BYTES);
        try {
            segment.writeHeader();
        } catch (IOException noRoom) {
            segment.delete();
            throw noRoom;
        }
        return segment;
    }

    /** A file that is there already, in whatever state; its intact records are counted. */
    static Segment open(Path file) throws IOException {
        FileChannel channel = openToWrite(file);
        try {
            Segment segment = new Segment(file, channel, Math.max(HEADER_BYTES, channel.size()));
            segment.acknowledged = readHeader(channel);
            segment.count();
            return segment;
        } catch (IOException | RuntimeException unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    private static FileChannel openToWrite(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** The open file, for reading alone if it cannot be written, as on a disk that became read-only after an error. */
    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            try {
                open = openToWrite(file);
            } catch (IOException notToWrite) {
                open = FileChannel.open(file, StandardOpenOption.READ);
                isReadOnly = true;
            }
            channel = open;
        }
        return open;
    }

    private FileChannel writable() throws IOException {
        FileChannel open = channel();
        if (isReadOnly) {
            FileChannel better = openToWrite(file);
            release();
            channel = better;
            open = better;
        }
        return open;
    }

    /** Whether it is open, and could be opened for reading alone. */
    boolean isReadOnly() {
        return isReadOnly;
    }

    private void count() throws IOException {
        SegmentCursor all = cursorBehind(0);
        while (all.next() != null) {
            pending++;
        }
        damages = all.damages();
    }

    /** Records that are not acknowledged. */
    long pending() {
        return pending;
    }

    /** Damaged places found when the file was opened. */
    long damages() {
        return damages;
    }

    long bytes() {
        return end;
    }

    /**
     * Adds records.
     *
     * @throws IOException if not all could be written; then none of them is in the file
     */
    void append(List<byte[]> payloads) throws IOException {
        ByteBuffer frames = RecordFormat.frame(payloads);
        try {
            writeFully(frames, end);
        } catch (IOException failed) {
            cutOff();
            throw failed;
        }
        end += frames.limit();
        pending += payloads.size();
    }

    /** A part of a record at the end would do no harm, it has no valid checksum; it only takes room. */
    private void cutOff() {
        try {
            writable().truncate(end);
        } catch (IOException stillThere) {
            // The next append writes over it.
        }
    }

    /**
     * Records that are not acknowledged.
     *
     * @param skip leaves out so many at the front
     * @param maxRecords the most to return
     * @param maxBytes so many bytes are returned, and the rest of a record
     */
    List<byte[]> peek(int skip, int maxRecords, long maxBytes) throws IOException {
        stepOverOwed();
        findEnds(skip);
        if (ends.size() < skip) {
            return List.of();
        }
        List<byte[]> payloads = new ArrayList<>();
        long bytes = 0;
        SegmentCursor cursor = cursorBehind(skip);
        while (payloads.size() < maxRecords && bytes < maxBytes) {
            byte[] payload = cursor.next();
            if (payload == null) {
                break;
            }
            payloads.add(payload);
            bytes += payload.length;
            if (ends.size() < skip + payloads.size()) {
                ends.add(cursor.position());
            }
        }
        return payloads;
    }

    /** Reads on until the ends of so many records are known, if there are so many. */
    private void findEnds(int records) throws IOException {
        if (ends.size() >= records) {
            return;
        }
        SegmentCursor cursor = cursorBehind(ends.size());
        while (ends.size() < records && cursor.next() != null) {
            ends.add(cursor.position());
        }
    }

    private SegmentCursor cursorBehind(int records) throws IOException {
        long position = records == 0 ? acknowledged : ends.get(records - 1);
        SegmentCursor reading = cursor;
        if (reading == null) {
            reading = new SegmentCursor(channel(), position, end);
            cursor = reading;
        } else {
            reading.seek(position, end);
        }
        return reading;
    }

    /**
     * Acknowledges the next so many records, fewer than are pending. A disk that does not take the new header costs duplicates
     * and no record: whoever opens the file after this process reads an older one, and here the position is known. If the file
     * cannot be read, the next reading finds where they end.
     */
    void acknowledge(int records) {
        owed += records;
        pending -= records;
        try {
            stepOverOwed();
        } catch (IOException notNow) {
            return;
        }
        noteInHeader();
    }

    private void stepOverOwed() throws IOException {
        findEnds(owed);
        List<Long> settled = ends.subList(0, Math.min(owed, ends.size()));
        if (!settled.isEmpty()) {
            acknowledged = settled.get(settled.size() - 1);
            settled.clear();
            isNoted = false;
        }
        owed = 0;
    }

    private void noteInHeader() {
        try {
            writeHeader();
            isNoted = true;
        } catch (IOException fullOrReadOnly) {
            // The next acknowledgement writes it, or the end.
            isNoted = false;
        }
    }

    private void writeHeader() throws IOException {
        ByteBuffer position = ByteBuffer.allocate(Long.BYTES).putLong(acknowledged);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(MAGIC)
                .putLong(acknowledged)
                .putInt(RecordFormat.checksum(position.array()));
        writeFully(header.flip(), 0);
    }

    private static long readHeader(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        if (channel.read(header, 0) < HEADER_BYTES) {
            return HEADER_BYTES;
        }
        header.flip();
        int magic = header.getInt();
        long position = header.getLong();
        int checksum = header.getInt();
        byte[] written = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
        boolean trusted = magic == MAGIC
                && checksum == RecordFormat.checksum(written)
                && position >= HEADER_BYTES
                && position <= channel.size();
        return trusted ? position : HEADER_BYTES;
    }

    private void writeFully(ByteBuffer bytes, long at) throws IOException {
        FileChannel open = writable();
        while (bytes.hasRemaining()) {
            open.write(bytes, at + bytes.position());
        }
    }

    void delete() throws IOException {
        release();
        Files.deleteIfExists(file);
    }

    boolean isOpen() {
        return channel != null;
    }

    /** Whether the file is where it should be. */
    boolean isThere() {
        return Files.exists(file);
    }

    /** Closes the file until it is used again. */
    void release() throws IOException {
        FileChannel open = channel;
        channel = null;
        isReadOnly = false;
        cursor = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (!isNoted) {
            noteInHeader();
        }
        release();
    }
}
