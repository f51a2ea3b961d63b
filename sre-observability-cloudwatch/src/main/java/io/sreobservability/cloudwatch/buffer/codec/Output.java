package io.sreobservability.cloudwatch.buffer.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes in the making: numbers of variable length, texts and blocks with their length in front. */
final class Output {

    private static final int SEVEN_BITS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    /** Small numbers, negative ones too, take little room. */
    Output number(long value) {
        long zigzag = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((zigzag & ~0x7FL) != 0) {
            bytes.write((int) ((zigzag & 0x7F) | 0x80));
            zigzag >>>= SEVEN_BITS;
        }
        bytes.write((int) zigzag);
        return this;
    }

    /** All eight bytes, for values that are never small. */
    Output fixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    Output flag(boolean value) {
        bytes.write(value ? 1 : 0);
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
        number(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
