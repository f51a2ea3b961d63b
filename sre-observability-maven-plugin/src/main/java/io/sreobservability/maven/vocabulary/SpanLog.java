package io.sreobservability.maven.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The log group in which CloudWatch keeps spans, and the fields that its log events have for every application. */
public final class SpanLog {
    /** The log group. */
    public static final String GROUP = "aws/spans";

    /** Before the key of a span's attribute. */
    public static final String ATTRIBUTE = "attributes.";

    private static final String RESOURCE = "span-log-fields.txt";
    private static final List<String> FIELDS = read();

    private SpanLog() {}

    /** Whether the field is there whatever the application does. */
    public static boolean has(String field) {
        String form = field.replaceAll("\\.\\d+(?=\\.)", ".*");
        return FIELDS.contains(form);
    }

    /** All names that a query may use: the fixed fields, and the attributes with what comes before their keys. */
    public static Set<String> names(Set<String> attributes) {
        Set<String> names = new TreeSet<>(FIELDS);
        attributes.forEach(key -> names.add(ATTRIBUTE + key));
        return names;
    }

    private static List<String> read() {
        try (InputStream in = Objects.requireNonNull(SpanLog.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
