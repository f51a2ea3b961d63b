package io.sreobservability.local.wire.otlp;

import com.google.protobuf.Message;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.HttpProblem;

/** What differs between traces, logs and metrics. */
interface Signal {
    BodyLimit limit();

    Message.Builder newRequest();

    /**
     * Stores what {@code request} carries and returns OTLP's response, which names what was refused, if anything.
     *
     * @param request built by the builder of {@link #newRequest()}
     * @param rejections what is refused is added to these
     * @throws HttpProblem if the request is refused as a whole
     */
    Message accept(Message request, Rejections rejections) throws HttpProblem;
}
