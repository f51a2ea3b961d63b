package io.sreobservability.local.console;

import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** One file of the pages, read from the jar once. */
final class Asset implements Endpoint {
    /** All there is: a path that is not in this list is not served, so there is no way out of the folder. */
    static final List<String> NAMES = List.of(
            "index.html",
            "console.css",
            "icon.svg",
            "app.js",
            "dom.js",
            "live.js",
            "format.js",
            "investigations.js",
            "trace.js",
            "waterfall.js",
            "span-panel.js",
            "compare.js",
            "dashboard.js",
            "charts.js",
            "markdown.js",
            "queries.js",
            "table.js");

    /** Scripts, styles and data from this server alone; nothing inline, no frames, no forms. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String path;
    private final Response response;

    private Asset(String path, Response response) {
        this.path = path;
        this.response = response;
    }

    /** The file of that name, to be served at exactly that path. */
    static Asset at(String path, String name) {
        try (InputStream file = Asset.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The console's file " + name + " is missing in the jar.");
            }
            Response response = Response.of(200, type(name), file.readAllBytes());
            return new Asset(path, response.with("Content-Security-Policy", POLICY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/javascript; charset=utf-8";
        };
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Response handle(Request request) throws HttpProblem {
        if (!request.path().equals(path)) {
            throw new HttpProblem(404, "Nothing is served at " + request.path() + ".");
        }
        return response;
    }

    @Override
    public Response problem(Request request, HttpProblem problem) {
        return Response.of(problem.status(), "text/plain; charset=utf-8", problem.message() + "\n");
    }
}
