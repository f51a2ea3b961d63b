package io.sreobservability.local.wire.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The two encodings of OTLP/HTTP. A caller is answered in the one it used. */
enum OtlpFormat {
    PROTOBUF("application/x-protobuf") {
        @Override
        void read(byte[] body, Message.Builder into) throws HttpProblem {
            try {
                into.mergeFrom(body);
            } catch (InvalidProtocolBufferException e) {
                throw new HttpProblem(400, "The body is not a valid OTLP protobuf message.");
            }
        }

        @Override
        byte[] write(Message message) {
            return message.toByteArray();
        }

        @Override
        byte[] writeStatus(RpcStatus status) {
            return status.toProtobuf();
        }
    },

    JSON("application/json") {
        @Override
        void read(byte[] body, Message.Builder into) throws HttpProblem {
            try {
                JsonFormat.parser().ignoringUnknownFields().merge(OtlpJson.toProtobufJson(body), into);
            } catch (JsonProcessingException e) {
                throw new HttpProblem(400, "The body is not valid JSON" + OtlpJson.place(e) + ".");
            } catch (IOException e) {
                throw new HttpProblem(400, "The body is not valid OTLP JSON: " + OtlpJson.firstLine(e));
            }
        }

        @Override
        byte[] write(Message message) throws IOException {
            return JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .print(message)
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        byte[] writeStatus(RpcStatus status) {
            return status.toJson();
        }
    };

    private final String mediaType;

    OtlpFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format named by the request's content type; 415 for any other. */
    static OtlpFormat of(Request request) throws HttpProblem {
        String mediaType = request.mediaType();
        for (OtlpFormat format : values()) {
            if (format.mediaType.equals(mediaType)) {
                return format;
            }
        }
        throw new HttpProblem(415, "Content-Type must be application/x-protobuf or application/json.");
    }

    abstract void read(byte[] body, Message.Builder into) throws HttpProblem;

    abstract byte[] write(Message message) throws IOException;

    abstract byte[] writeStatus(RpcStatus status);

    Response success(Message message) throws IOException {
        return Response.of(200, mediaType, write(message));
    }

    /** An error as the OTLP specification wants it: a {@code google.rpc.Status} in the body. */
    Response error(HttpProblem problem) {
        return Response.of(problem.status(), mediaType, writeStatus(RpcStatus.of(problem)));
    }
}
