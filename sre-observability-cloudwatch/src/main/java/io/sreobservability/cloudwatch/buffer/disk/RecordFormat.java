package io.sreobservability.cloudwatch.buffer.disk;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A record in a segment: marker, length and checksum of the payload, payload. Every record stands by itself, and the marker
 * lets a reader find the next one behind a damaged one.
 */
final class RecordFormat {

    static final int MARKER = 0xF15EC0DE;
    static final int HEADER_BYTES = 3 * Integer.BYTES;

    /** No honest record is larger; a length beyond it is damage. */
    static final int LARGEST_PAYLOAD = 64 * 1024 * 1024;

    private RecordFormat() {}

    static long bytes(List<byte[]> payloads) {
        long bytes = 0;
        for (byte[] payload : payloads) {
            bytes += HEADER_BYTES + payload.length;
        }
        return bytes;
    }

    /** The payloads as records, ready to be written. */
    static ByteBuffer frame(List<byte[]> payloads) {
        ByteBuffer frames = ByteBuffer.allocate(Math.toIntExact(bytes(payloads)));
        for (byte[] payload : payloads) {
            frames.putInt(MARKER)
                    .putInt(payload.length)
                    .putInt(checksum(payload))
                    .put(payload);
        }
        return frames.flip();
    }

    static int checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }
}
