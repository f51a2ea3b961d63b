package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import java.util.function.Consumer;

/** A sender of somebody else's whose answers are read: one that accepts a request in part is a failure of that part. */
record GrpcReader(GrpcSender sender) implements GrpcSender {

    @Override
    public void send(MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
        sender.send(
                message,
                response -> {
                    long rejected = response.getStatusCode() == GrpcStatusCode.OK
                            ? PartialSuccess.rejected(response.getResponseMessage())
                            : 0;
                    if (rejected > 0) {
                        onError.accept(ExportFailure.partial(rejected));
                    } else {
                        onResponse.accept(response);
                    }
                },
                onError);
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }
}
