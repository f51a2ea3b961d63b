package io.sreobservability.cloudwatch.xray;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What the X-Ray daemon takes in one datagram: a line that names the format, then three letters for the kind of content, then the
 * content in base64. {@code T1S} is OTLP with sampled spans.
 */
final class Datagram {
    private static final byte[] HEAD =
            "{\"format\": \"json\", \"version\": 1}\nT1S".getBytes(StandardCharsets.US_ASCII);

    /** The most that IPv4 lets a UDP datagram carry: 64 KiB less its own headers. */
    private static final int LARGEST = 65_507;

    /** Base64 makes four bytes of three. */
    private static final int LARGEST_MESSAGE = (LARGEST - HEAD.length) / 4 * 3;

    private Datagram() {}

    /** How many bytes of OTLP fit into one. */
    static int capacity() {
        return LARGEST_MESSAGE;
    }

    static ByteBuffer of(byte[] message) {
        byte[] content = Base64.getEncoder().encode(message);
        return ByteBuffer.allocate(HEAD.length + content.length)
                .put(HEAD)
                .put(content)
                .flip();
    }
}
