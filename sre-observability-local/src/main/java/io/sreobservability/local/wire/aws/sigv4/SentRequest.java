package io.sreobservability.local.wire.aws.sigv4;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request exactly as it was sent: the signature covers these and nothing else.
 *
 * @param path percent-encoded
 * @param query percent-encoded, empty for none
 * @param headers by their names in lower case
 * @param body compressed, if it was sent so
 */
@SuppressWarnings("ArrayRecordComponent") // Hashed once, never compared.
record SentRequest(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    /** The first header of that name in lower case. */
    @Nullable
    String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}
