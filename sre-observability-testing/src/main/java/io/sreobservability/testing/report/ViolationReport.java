package io.sreobservability.testing.report;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.testing.contract.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All findings of a test as one message. */
public final class ViolationReport {
    private ViolationReport() {}

    /** The message; equal findings are one line with their number. */
    public static String of(List<Violation> violations, List<SpanData> spans) {
        Map<Violation, Integer> counted = new LinkedHashMap<>();
        violations.forEach(violation -> counted.merge(violation, 1, Integer::sum));
        StringBuilder text = new StringBuilder("The telemetry of this test breaks ")
                .append(counted.size() == 1 ? "1 rule" : counted.size() + " rules")
                .append(':');
        counted.forEach((violation, times) ->
                text.append("\n  ").append(violation).append(times == 1 ? "" : " (" + times + " times)"));
        Violation first = violations.get(0);
        return text.append('\n')
                .append(Seen.spans(spans))
                .append("\nIf one of them is right for this test, say why: @Waive(rule = Rule.")
                .append(first.rule())
                .append(", names = \"")
                .append(first.name())
                .append("\", reason = \"...\")")
                .toString();
    }
}
