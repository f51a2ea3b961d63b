package io.sreobservability.local.wire.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request as an endpoint sees it. */
public final class Request {
    private final HttpExchange exchange;
    private byte @Nullable [] wireBody;
    private int rejectEvery;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** The path as sent, from the first slash: percent-encoding is kept, so it holds no control character. */
    public String path() {
        return String.valueOf(exchange.getRequestURI().getRawPath());
    }

    /** The parameters after the question mark. */
    public QueryString query() throws HttpProblem {
        return QueryString.parse(exchange.getRequestURI().getRawQuery());
    }

    /** The parameters as they were sent, empty if there are none. */
    public String rawQuery() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    /** All headers by their names in lower case. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    /** The first header of that name, in any case of letters; null if there is none. */
    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** The media type in lower case, without parameters such as the charset; empty if none was sent. */
    public String mediaType() {
        String value = header("Content-Type");
        return value == null ? "" : value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The whole body as it was sent. Read from the connection once, and kept.
     *
     * @throws HttpProblem 413 over the limit
     * @throws IOException if the connection breaks
     */
    public byte[] wireBody(BodyLimit limit) throws HttpProblem, IOException {
        byte[] body = wireBody;
        if (body == null) {
            body = read(exchange.getRequestBody(), limit.wireBytes());
            wireBody = body;
        }
        return body;
    }

    /**
     * The whole body, decompressed.
     *
     * @throws HttpProblem 413 over the limit, 415 for an unknown {@code Content-Encoding}, 400 for broken gzip
     * @throws IOException if the connection breaks
     */
    public byte[] body(BodyLimit limit) throws HttpProblem, IOException {
        byte[] wire = wireBody(limit);
        String encoding = header("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return wire;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new HttpProblem(415, "Content-Encoding must be gzip or absent.");
        }
        return gunzip(wire, limit.plainBytes());
    }

    /** Asks the endpoint, if it can accept a request in part, to reject every so many-th item. */
    public void rejectEvery(int items) {
        rejectEvery = items;
    }

    /** Every so many-th item is to be rejected; 0 for none. */
    public int rejectEvery() {
        return rejectEvery;
    }

    private static byte[] gunzip(byte[] wire, int limit) throws HttpProblem {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return read(plain, limit);
        } catch (IOException e) {
            // The source is memory, so this can only be the data.
            throw new HttpProblem(400, "The body is not valid gzip, as Content-Encoding says it is.");
        }
    }

    private static byte[] read(InputStream in, int limit) throws HttpProblem, IOException {
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new HttpProblem(413, "The body is larger than " + limit + " bytes; send it in parts.");
        }
        return bytes;
    }
}
