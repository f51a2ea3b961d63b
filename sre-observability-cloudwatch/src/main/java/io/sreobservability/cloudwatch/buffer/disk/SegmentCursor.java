package io.sreobservability.cloudwatch.buffer.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Reads the records of a segment in order and steps over whatever is damaged. Used by one thread. */
final class SegmentCursor {

    private static final int WINDOW_BYTES = 256 * 1024;

    private final FileChannel channel;
    private long end;
    private long position;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;
    private boolean inDamage;
    private long damages;

    /** Reads from {@code position}, where a record begins or damage, up to {@code end}. */
    SegmentCursor(FileChannel channel, long position, long end) {
        this.channel = channel;
        this.position = position;
        this.end = end;
    }

    /** Goes on at {@code newPosition}, where a record begins or damage; what was read around it is not read again. */
    void seek(long newPosition, long newEnd) {
        position = newPosition;
        end = newEnd;
        inDamage = false;
    }

    /** Behind the last record that was read. */
    long position() {
        return position;
    }

    /** How many stretches of damage were stepped over; each has cost one record at least. */
    long damages() {
        return damages;
    }

    /** The payload of the next intact record; null at the end. */
    byte @Nullable [] next() throws IOException {
        while (position + RecordFormat.HEADER_BYTES <= end) {
            byte[] payload = payloadHere();
            if (payload != null) {
                position += RecordFormat.HEADER_BYTES + payload.length;
                inDamage = false;
                return payload;
            }
            damaged();
            position = nextMarker(position + 1);
        }
        if (position < end) {
            damaged();
            position = end;
        }
        return null;
    }

    private void damaged() {
        if (!inDamage) {
            inDamage = true;
            damages++;
        }
    }

    private byte @Nullable [] payloadHere() throws IOException {
        ByteBuffer header = window(position, RecordFormat.HEADER_BYTES);
        int marker = header.getInt();
        int length = header.getInt();
        int checksum = header.getInt();
        long payloadEnd = position + RecordFormat.HEADER_BYTES + length;
        if (marker != RecordFormat.MARKER || length < 0 || length > RecordFormat.LARGEST_PAYLOAD || payloadEnd > end) {
            return null;
        }
        byte[] payload = new byte[length];
        window(position + RecordFormat.HEADER_BYTES, length).get(payload);
        return RecordFormat.checksum(payload) == checksum ? payload : null;
    }

    /** Where the marker occurs next; the end if it does not. */
    private long nextMarker(long from) throws IOException {
        for (long candidate = from; candidate + RecordFormat.HEADER_BYTES <= end; candidate++) {
            if (window(candidate, Integer.BYTES).getInt() == RecordFormat.MARKER) {
                return candidate;
            }
        }
        return end;
    }

    /** So many bytes at a position of the file. */
    private ByteBuffer window(long at, int length) throws IOException {
        if (at < windowStart || at + length > windowStart + window.limit()) {
            fill(at, Math.max(length, (int) Math.min(WINDOW_BYTES, end - at)));
        }
        return window.slice((int) (at - windowStart), length);
    }

    private void fill(long at, int length) throws IOException {
        ByteBuffer filling = window.capacity() >= length ? window.clear().limit(length) : ByteBuffer.allocate(length);
        // If reading fails there is no window, as what is in it is neither the old bytes nor the new ones.
        window = ByteBuffer.allocate(0);
        while (filling.hasRemaining()) {
            if (channel.read(filling, at + filling.position()) < 0) {
                throw new IOException("The file became shorter while it was read");
            }
        }
        window = filling.flip();
        windowStart = at;
    }
}
