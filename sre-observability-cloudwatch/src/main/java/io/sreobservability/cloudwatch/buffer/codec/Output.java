package io.sreobservability.cloudwatch.buffer.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes in the making: numbers of variable length, texts and blocks with their length in front. */
final class Output {

    private static final int SEVEN_BITS = 7;
    private static final int FIRST_CAPACITY = 512;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    /** Small numbers, negative ones too, take little room. */
    Output number(long value) {
        long zigzag = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((zigzag & ~0x7FL) != 0) {
            put((int) ((zigzag & 0x7F) | 0x80));
            zigzag >>>= SEVEN_BITS;
        }
        put((int) zigzag);
        return this;
    }

    /** All eight bytes, for values that are never small. */
    Output fixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((int) (value >>> shift));
        }
        return this;
    }

    Output flag(boolean value) {
        put(value ? 1 : 0);
        return this;
    }

    /** A text or its absence. */
    Output text(@Nullable String value) {
        if (value == null) {
            return number(-1);
        }
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    Output block(byte[] value) {
        return number(value.length).raw(value);
    }

    /** Bytes that another output made. */
    Output raw(byte[] value) {
        makeRoomFor(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    private void put(int value) {
        makeRoomFor(1);
        bytes[length++] = (byte) value;
    }

    private void makeRoomFor(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * bytes.length));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
