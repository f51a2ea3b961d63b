package io.sreobservability.local.wire.http;

import java.io.IOException;

/** What answers at one path. */
public interface Endpoint {
    /** The only HTTP method it takes, such as {@code GET} or {@code POST}. */
    String method();

    /**
     * Answers a request.
     *
     * @throws HttpProblem if it cannot be served; goes to {@link #problem}
     * @throws IOException if the connection breaks while the body is read
     */
    Response handle(Request request) throws HttpProblem, IOException;

    /** Writes a problem in the format that a caller of this endpoint reads. */
    Response problem(Request request, HttpProblem problem);
}
