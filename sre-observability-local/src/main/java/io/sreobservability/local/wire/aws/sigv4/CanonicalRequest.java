package io.sreobservability.local.wire.aws.sigv4;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The text that is signed: one way of writing a request, however it was sent (AWS, "Create a canonical request").
 *
 * <p>S3 has rules of its own for paths; all other services, and so this, encode a path twice and resolve its dots.
 */
final class CanonicalRequest {

    private CanonicalRequest() {}

    static String of(SentRequest request, List<String> signedHeaders) {
        StringBuilder text = new StringBuilder()
                .append(request.method())
                .append('\n')
                .append(path(request.path()))
                .append('\n')
                .append(query(request.query()))
                .append('\n');
        for (String name : signedHeaders) {
            text.append(name)
                    .append(':')
                    .append(values(request.headers().getOrDefault(name, List.of())))
                    .append('\n');
        }
        return text.append('\n')
                .append(String.join(";", signedHeaders))
                .append('\n')
                .append(Hashes.hex(Hashes.sha256(request.body())))
                .toString();
    }

    private static String path(String sent) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : sent.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(UriEncoding.encode(segment));
            }
        }
        String path = "/" + String.join("/", segments);
        return sent.endsWith("/") && !segments.isEmpty() ? path + "/" : path;
    }

    private static String query(String sent) {
        List<String> pairs = new ArrayList<>();
        if (!sent.isEmpty()) {
            for (String pair : sent.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(UriEncoding.reencode(name) + "=" + UriEncoding.reencode(value));
            }
        }
        // By name, then by value: "=" sorts after some characters of a name, so the pairs as texts would not do.
        pairs.sort((left, right) -> {
            String[] a = left.split("=", 2);
            String[] b = right.split("=", 2);
            int byName = a[0].compareTo(b[0]);
            return byName != 0 ? byName : a[1].compareTo(b[1]);
        });
        return String.join("&", pairs);
    }

    private static String values(List<String> sent) {
        return String.join(
                ",",
                sent.stream().map(value -> value.strip().replaceAll(" +", " ")).toList());
    }
}
