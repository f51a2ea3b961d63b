package io.sreobservability.cloudwatch.otlp;

import java.nio.ByteBuffer;

/**
 * The one number that matters in an OTLP answer: how many items were rejected although the request was accepted. For traces
 * and for logs it is field 1 of the message in field 1 (Protocol Buffers encoding). What cannot be read rejects nothing.
 */
final class PartialSuccess {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int WIRE_TYPE_BITS = 3;

    private PartialSuccess() {}

    static long rejected(byte[] response) {
        try {
            return Math.max(0, rejectedIn(partialSuccess(ByteBuffer.wrap(response))));
        } catch (RuntimeException malformed) {
            return 0;
        }
    }

    /** Of a field that comes twice the last one counts. */
    private static ByteBuffer partialSuccess(ByteBuffer response) {
        ByteBuffer found = ByteBuffer.allocate(0);
        while (response.hasRemaining()) {
            long tag = varint(response);
            if (tag == (1L << WIRE_TYPE_BITS | LENGTH_DELIMITED)) {
                found = nested(response);
            } else {
                skip(response, tag);
            }
        }
        return found;
    }

    private static long rejectedIn(ByteBuffer partialSuccess) {
        long rejected = 0;
        while (partialSuccess.hasRemaining()) {
            long tag = varint(partialSuccess);
            if (tag == (1L << WIRE_TYPE_BITS | VARINT)) {
                rejected = varint(partialSuccess);
            } else {
                skip(partialSuccess, tag);
            }
        }
        return rejected;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number of more than 64 bits");
    }

    private static ByteBuffer nested(ByteBuffer in) {
        int length = Math.toIntExact(varint(in));
        ByteBuffer nested = in.slice(in.position(), length);
        in.position(in.position() + length);
        return nested;
    }

    private static void skip(ByteBuffer in, long tag) {
        switch ((int) (tag & ((1 << WIRE_TYPE_BITS) - 1))) {
            case VARINT -> varint(in);
            case FIXED_64 -> in.position(in.position() + Long.BYTES);
            case LENGTH_DELIMITED -> nested(in);
            case FIXED_32 -> in.position(in.position() + Integer.BYTES);
            default -> throw new IllegalArgumentException("An unknown kind of field");
        }
    }
}
