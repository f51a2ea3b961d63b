package io.sreobservability.local.wire.xray;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comes in a datagram: a line of JSON that names format and version; then {@code T1S} (sampled spans) or {@code T1U} (others),
 * and OTLP in base64. X-Ray's older form, a segment document after the line, is not read.
 */
final class Datagram {
    private static final Pattern FORM = Pattern.compile(
            "\\s*\\{\\s*\"format\"\\s*:\\s*\"json\"\\s*,\\s*\"version\"\\s*:\\s*1\\s*}\\s*\n(T1S|T1U)([A-Za-z0-9+/]+=*)\\s*");

    private Datagram() {}

    /** The sampled spans in it; empty if there are none, or if it is something else. */
    static Optional<ExportTraceServiceRequest> sampledSpans(ByteBuffer bytes) {
        Matcher form = FORM.matcher(StandardCharsets.ISO_8859_1.decode(bytes));
        if (!form.matches() || form.group(1).equals("T1U")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ExportTraceServiceRequest.parseFrom(Base64.getDecoder().decode(form.group(2))));
        } catch (IllegalArgumentException | InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
