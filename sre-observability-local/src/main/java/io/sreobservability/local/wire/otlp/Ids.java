package io.sreobservability.local.wire.otlp;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Trace ids (16 bytes) and span ids (8 bytes); all zeros is no id (W3C Trace Context). */
final class Ids {
    static final int TRACE_BYTES = 16;
    static final int SPAN_BYTES = 8;

    private Ids() {}

    /** Lower-case hex; null if the bytes are not a valid id of {@code length} bytes. */
    static @Nullable String hex(ByteString id, int length) {
        if (id.size() != length) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            if (id.byteAt(i) != 0) {
                return HexFormat.of().formatHex(id.toByteArray());
            }
        }
        return null;
    }
}
