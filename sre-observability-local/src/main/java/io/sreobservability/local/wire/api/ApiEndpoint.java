package io.sreobservability.local.wire.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.UncheckedIOException;

/** One read-only resource, written as JSON. */
final class ApiEndpoint implements Endpoint {
    private static final String JSON = "application/json; charset=utf-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Resource resource;

    ApiEndpoint(Resource resource) {
        this.resource = resource;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Response handle(Request request) throws HttpProblem {
        return write(200, resource.get(request));
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        return write(problem.status(), new ErrorView(problem.message()));
    }

    private static Response write(int status, Object view) {
        try {
            return Response.of(status, JSON, MAPPER.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // Views are records of plain values; nothing in them can fail.
        }
    }

    /** Builds the answer to a request, as a record that becomes JSON by its component names. */
    @FunctionalInterface
    interface Resource {
        Object get(Request request) throws HttpProblem;
    }

    private record ErrorView(String error) {}
}
