package io.sreobservability.local.wire.aws.protocol;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.sreobservability.local.wire.aws.AwsMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the members of an answer in CBOR (RFC 8949). */
final class CborWriter {
    /** Says that a number is a time: seconds since 1970, with a fraction. */
    private static final int EPOCH_SECONDS = 1;

    private static final CBORFactory FACTORY = new CBORFactory();

    private final CBORGenerator out;

    private CborWriter(CBORGenerator out) {
        this.out = out;
    }

    static byte[] write(Map<String, Object> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator out = FACTORY.createGenerator(bytes)) {
            new CborWriter(out).structure(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Plain maps, lists and scalars can always be written to memory.
        }
        return bytes.toByteArray();
    }

    private void structure(Map<?, ?> members) throws IOException {
        out.writeStartObject(members.size());
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.writeFieldName(String.valueOf(member.getKey()));
            value(member.getValue());
        }
        out.writeEndObject();
    }

    private void value(Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            structure(members);
        } else if (value instanceof AwsMap map) {
            structure(map.entries());
        } else if (value instanceof List<?> list) {
            out.writeStartArray(list, list.size());
            for (Object item : list) {
                value(item);
            }
            out.writeEndArray();
        } else if (value instanceof Instant instant) {
            out.writeTag(EPOCH_SECONDS);
            out.writeNumber(instant.toEpochMilli() / 1_000.0);
        } else {
            scalar(value);
        }
    }

    private void scalar(Object value) throws IOException {
        if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeString(value.toString());
        }
    }
}
