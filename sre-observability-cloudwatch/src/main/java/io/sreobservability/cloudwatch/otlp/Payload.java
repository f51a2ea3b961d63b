package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request: written and compressed once, however often it is sent. */
final class Payload {

    private Payload() {}

    static byte[] bytes(MessageWriter message, @Nullable Compressor compressor) throws IOException {
        int size = message.getContentLength();
        if (compressor == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
            message.writeMessage(bytes);
            return bytes.toByteArray();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(1024, size / 4));
        try (OutputStream compressed = compressor.compress(bytes)) {
            message.writeMessage(compressed);
        }
        return bytes.toByteArray();
    }
}
