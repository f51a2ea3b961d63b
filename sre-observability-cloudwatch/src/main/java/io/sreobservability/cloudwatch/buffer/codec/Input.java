package io.sreobservability.cloudwatch.buffer.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        return length == -1 ? null : new String(block(length), StandardCharsets.UTF_8);
    }

    String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    byte[] block() {
        return block(number());
    }

    private byte[] block(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("A block that is longer than the record");
        }
        byte[] block = new byte[(int) length];
        bytes.get(block);
        return block;
    }
}
