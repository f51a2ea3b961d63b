package io.sreobservability.local.wire.aws.protocol;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.TSFBuilder;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import java.io.IOException;

/** Reads the one structure that a request's body is, in JSON or CBOR. */
final class StructureReader {

    /** The largest request that CloudWatch takes needs some 500,000; a small compressed body could unfold to millions. */
    private static final long MAX_TOKENS = 1_000_000;

    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build();

    private final String format;
    private final ObjectReader reader;

    /**
     * A reader.
     *
     * @param format its name for messages
     * @param factory of parsers for it
     */
    StructureReader(String format, TSFBuilder<?, ?> factory) {
        this.format = format;
        this.reader = new ObjectMapper(
                        factory.streamReadConstraints(CONSTRAINTS).build())
                .reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    JsonNode read(byte[] body) throws AwsError {
        try {
            // An operation that requires no parameter may be called without a body.
            JsonNode node = body.length == 0 ? JsonNodeFactory.instance.objectNode() : reader.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (StreamConstraintsException e) {
            throw new AwsError(
                    AwsErrorCode.REQUEST_TOO_LARGE,
                    "The body has more parameters than any request CloudWatch takes, or nests them too deeply.");
        } catch (IOException e) {
            throw new AwsError(AwsErrorCode.MALFORMED_REQUEST, "The body is not valid " + format + ".");
        }
        throw new AwsError(AwsErrorCode.MALFORMED_REQUEST, "The body must be one structure in " + format + ".");
    }
}
