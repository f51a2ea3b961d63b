package io.sreobservability.local.wire.fault;

import io.sreobservability.local.wire.http.Conversation;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Response;
import io.sreobservability.local.wire.http.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Serves requests, but for those to which a fault happens. */
public final class FaultyService implements Service {
    private static final String ASKED_FOR = "This error was asked for.";
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Faults faults;

    public FaultyService(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void serve(Conversation conversation) throws IOException {
        Fault fault = faults.next(conversation.request());
        if (fault == null) {
            conversation.send(conversation.answer());
            return;
        }
        switch (fault.kind()) {
            case UNAVAILABLE -> conversation.send(conversation.problem(new HttpProblem(503, ASKED_FOR)));
            case INTERNAL_ERROR -> conversation.send(conversation.problem(new HttpProblem(500, ASKED_FOR)));
            case TOO_MANY -> conversation.send(tooMany(conversation, fault.retryAfter()));
            case THROTTLE -> conversation.send(throttled(conversation));
            case RESET -> breakOff(conversation);
            case BLACK_HOLE -> {
                conversation.drain();
                faults.blackHole().swallow(conversation);
            }
            case DRIP -> Drip.begin(conversation, faults);
            case PARTIAL -> {
                conversation.request().rejectEvery(fault.every());
                conversation.send(conversation.answer());
            }
            case REFUSE -> throw new IllegalStateException("A refused connection brings no request");
        }
    }

    private static Response tooMany(Conversation conversation, @Nullable Duration retryAfter) {
        Response response = conversation.problem(new HttpProblem(TOO_MANY_REQUESTS, ASKED_FOR));
        return retryAfter == null ? response : response.with("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }

    /** AWS's older services answer 400 with the code Throttling; its OTLP endpoints 429 with the name in a header. */
    private static Response throttled(Conversation conversation) {
        Response response = conversation.problem(new HttpProblem(TOO_MANY_REQUESTS, "Rate exceeded"));
        return FaultTarget.isOtlp(conversation.request())
                ? response.with("x-amzn-ErrorType", "ThrottlingException")
                : response.withStatus(BAD_REQUEST);
    }

    /** What was sent is taken: whether it was, the sender cannot know, and will send it again. */
    private static void breakOff(Conversation conversation) throws IOException {
        try (conversation) {
            Response response = conversation.answer();
            OutputStream body = conversation.begin(response, response.body().length + 1);
            body.write(response.body());
            body.flush();
        }
    }
}
