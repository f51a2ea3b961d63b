package io.sreobservability.testing.contract;

import io.sreobservability.registry.contract.ContractSpan;
import io.sreobservability.registry.contract.ExternalSpanSpec;
import io.sreobservability.registry.name.SpanName;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares names of recorded spans with the forms in contracts, for example {@code tool.{tool_name}}. */
final class SpanNameForms {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String ANYTHING = "\\S+";
    /**
     * What libraries put into their names: the methods of OpenTelemetry's HTTP conventions, and those of the Model Context
     * Protocol. Without it a database client's {@code SELECT orders} would pass for one of them.
     */
    private static final Map<String, String> LIBRARY_WORDS = Map.of(
            "method", "GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS|HTTP",
            "route", "/\\S*",
            "mcp_method", "initialize|ping|[a-z]+/[A-Za-z/_]+");

    private SpanNameForms() {}

    /** Whether a span of woven code may have this name: one of the listed names or, if a placeholder is open, any word. */
    static boolean fits(ContractSpan span, String name) {
        return span.names().isEmpty() ? fits(span.name(), name) : span.names().contains(name);
    }

    /** Whether a library's span may have this name. */
    static boolean fits(ExternalSpanSpec span, String name) {
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (MatchResult placeholder :
                PLACEHOLDER.matcher(span.name()).results().toList()) {
            pattern.append(Pattern.quote(span.name().substring(end, placeholder.start())))
                    .append("(?:")
                    .append(LIBRARY_WORDS.getOrDefault(placeholder.group(1), ANYTHING))
                    .append(')');
            end = placeholder.end();
        }
        return name.matches(pattern + Pattern.quote(span.name().substring(end)));
    }

    private static boolean fits(String form, String name) {
        List<SpanName.Segment> expected =
                SpanName.parse(form).map(SpanName::segments).orElse(List.of());
        String[] words = name.split("\\.", -1);
        if (words.length != expected.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            SpanName.Segment segment = expected.get(i);
            if (segment.placeholder()
                    ? !SpanName.isWord(words[i])
                    : !segment.text().equals(words[i])) {
                return false;
            }
        }
        return true;
    }
}
