package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Finding.MeasureType;
import io.sreobservability.sreagent.agent.Investigation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For those who ask for it: which services users feel it in, how many of their requests fail, how long the others wait, since when. */
final class BusinessImpact {
    private BusinessImpact() {}

    static List<String> lines(Investigation investigation) {
        if (!investigation.preferences().wantBusinessImpact()
                || investigation.results().isEmpty()) {
            return List.of();
        }
        List<Finding> felt = investigation.findings().stream()
                .filter(finding -> finding.userFacing()
                        && finding.problem()
                        && !finding.tool().isEmpty())
                .toList();
        List<String> lines = new ArrayList<>(List.of("## Business impact", ""));
        if (felt.isEmpty()) {
            lines.add("No answer shows a user-facing service that is slow or failing.");
            return lines;
        }
        lines.add("- **Affected:** users of "
                + felt.stream()
                        .map(Finding::subject)
                        .distinct()
                        .map(Markdown::text)
                        .collect(Collectors.joining(", ")));
        felt.forEach(finding -> {
            String effect = effect(finding.measure(), finding.subject());
            if (effect != null) {
                lines.add("- " + effect + " [" + Markdown.text(finding.tool()) + "]");
            }
        });
        return lines;
    }

    /** What users notice of it; {@code null} if this measure is not one they notice. */
    private static @Nullable String effect(Finding.@Nullable Measure measure, String subject) {
        if (measure == null || measure.type() == MeasureType.OTHER) {
            return null;
        }
        String service = Markdown.text(subject);
        String now = value(measure.last(), measure);
        String before = measure.first() == measure.last() ? "" : ", " + value(measure.first(), measure) + " before";
        String since = measure.since().isEmpty() ? "" : ", since " + Markdown.text(measure.since());
        return switch (measure.type()) {
            case ERROR_RATE -> "**Failing:** " + now + " of the requests to " + service + before + since;
            case RESPONSE_TIME -> "**Waiting:** " + now + " for an answer of " + service + before + since;
            case AVAILABILITY -> "**Available:** " + service + " " + now + " of the time" + before + since;
            case OTHER -> null;
        };
    }

    private static String value(double number, Finding.Measure measure) {
        String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return measure.unit().isEmpty() ? plain : plain + " " + Markdown.text(measure.unit());
    }
}
