package io.sreobservability.local.wire.http;

import java.io.IOException;

/** What becomes of a request that may come in and has an endpoint. */
public interface Service {

    /**
     * Answers, or does not: whatever it does, it ends the conversation, now or later.
     *
     * @throws IOException if the connection breaks; the caller ends the conversation then
     */
    void serve(Conversation conversation) throws IOException;
}
