package io.sreobservability.cloudwatch.limits;

/**
 * How many bytes things take in Protocol Buffers. Field numbers up to 15 have a tag of one byte; the few higher ones are
 * counted where they occur.
 */
final class ProtobufSize {
    static final int TAG = 1;
    static final int FIXED_64 = TAG + Long.BYTES;
    static final int FIXED_32 = TAG + Integer.BYTES;

    private static final int BITS_PER_BYTE = 7;

    private ProtobufSize() {}

    /** A number that is written in as few bytes as it needs; a negative one needs ten. */
    static int varint(long value) {
        int significant = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
        return (significant + BITS_PER_BYTE - 1) / BITS_PER_BYTE;
    }

    /** A field of so many bytes: tag, length and the bytes. */
    static int field(int bytes) {
        return TAG + varint(bytes) + bytes;
    }

    /** A field of text; an empty one is left out. */
    static int text(String text) {
        return text.isEmpty() ? 0 : field(utf8(text));
    }

    static int utf8(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a pair stands for two of the four bytes of its character.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
