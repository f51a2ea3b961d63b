package io.sreobservability.cloudwatch.buffer.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Output} wrote; fails with a RuntimeException on anything else, before it takes memory for it. */
final class Input {

    private static final int SEVEN_BITS = 7;

    private final ByteBuffer bytes;

    Input(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    long number() {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += SEVEN_BITS) {
            byte next = bytes.get();
            zigzag |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new IllegalArgumentException("A number of more than 64 bits");
    }

    /** How many elements follow; each takes a byte at least. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalArgumentException("More elements than bytes");
        }
        return (int) count;
    }

    /** One of a list, which was written by its place. */
    <E> E oneOf(List<E> all) {
        return all.get(Math.toIntExact(number()));
    }

    long fixed() {
        return bytes.getLong();
    }

    boolean flag() {
        return bytes.get() != 0;
    }

    @Nullable
    String optionalText() {
        long length = number();
        return length == -1 ? null : text(length);
    }

    String text() {
        return text(number());
    }

    private String text(long length) {
        int from = skip(length);
        return new String(bytes.array(), from, (int) length, StandardCharsets.UTF_8);
    }

    byte[] block() {
        return block(number());
    }

    private byte[] block(long length) {
        int from = skip(length);
        return Arrays.copyOfRange(bytes.array(), from, from + (int) length);
    }

    /** Where a block begins that is stepped over. */
    private int skip(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("A block that is longer than the record");
        }
        int from = bytes.position();
        bytes.position(from + (int) length);
        return from;
    }

    /** Steps over the next bytes if they are these. */
    boolean skipIfNext(byte[] expected) {
        int from = bytes.position();
        if (bytes.remaining() < expected.length
                || !Arrays.equals(bytes.array(), from, from + expected.length, expected, 0, expected.length)) {
            return false;
        }
        bytes.position(from + expected.length);
        return true;
    }

    int position() {
        return bytes.position();
    }

    /** All bytes from a position up to where reading goes on. */
    byte[] since(int position) {
        return Arrays.copyOfRange(bytes.array(), position, bytes.position());
    }
}
