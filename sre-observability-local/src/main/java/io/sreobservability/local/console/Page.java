package io.sreobservability.local.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.UncheckedIOException;

/**
 * What one page shows, as JSON. Pages ask every second; as long as nothing of what they show has changed since their last answer
 * they are told so (304), and nothing is computed.
 */
final class Page implements Endpoint {
    private static final String JSON = "application/json; charset=utf-8";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final Revision revision;
    private final Content content;

    /**
     * A page.
     *
     * @param revision changes with everything that the page shows
     */
    Page(Revision revision, Content content) {
        this.revision = revision;
        this.content = content;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Response handle(Request request) throws HttpProblem {
        String now = '"'
                + revision.of(request)
                + '"'; // Before the content, so that what arrives meanwhile is asked for again.
        if (now.equals(request.header("If-None-Match"))) {
            return Response.of(304, JSON, "").with("ETag", now);
        }
        return write(200, content.of(request)).with("ETag", now);
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        return write(problem.status(), new Problem(problem.message()));
    }

    private static Response write(int status, Object view) {
        try {
            return Response.of(status, JSON, MAPPER.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // Views are records of plain values; nothing in them can fail.
        }
    }

    /** Names the state of what is asked for. */
    @FunctionalInterface
    interface Revision {
        String of(Request request) throws HttpProblem;
    }

    /** Builds the answer to a request, as a record that becomes JSON by its component names. */
    @FunctionalInterface
    interface Content {
        Object of(Request request) throws HttpProblem;
    }

    private record Problem(String error) {}
}
