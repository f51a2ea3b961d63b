package io.sreobservability.sreagent.memory;

import io.sreobservability.sreagent.text.Cut;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a past investigation came to.
 *
 * @param incidentId the investigation's id
 * @param query what was asked
 * @param timeline who did what
 * @param actionsTaken what was done, one sentence each
 * @param resolutionStatus how it was left
 * @param keyFindings the weightiest findings
 * @param context its root cause and severity
 * @param timestamp when it ended
 */
public record InvestigationSummary(
        String incidentId,
        String query,
        List<Step> timeline,
        List<String> actionsTaken,
        ResolutionStatus resolutionStatus,
        List<String> keyFindings,
        String context,
        Instant timestamp)
        implements Memory {
    private static final long serialVersionUID = 1L;
    private static final int MAX_TEXT = 500;
    private static final int MAX_FINDINGS = 5;

    /** Copies the lists and cuts what is too long: a memory is a summary, whatever it was made of. */
    public InvestigationSummary {
        query = Cut.to(MAX_TEXT, query);
        timeline = List.copyOf(timeline);
        actionsTaken =
                actionsTaken.stream().map(action -> Cut.to(MAX_TEXT, action)).toList();
        keyFindings = keyFindings.stream()
                .limit(MAX_FINDINGS)
                .map(finding -> Cut.to(MAX_TEXT, finding))
                .toList();
        context = Cut.to(MAX_TEXT, context);
    }

    /**
     * One agent's part.
     *
     * @param timestamp when it was noted
     * @param agent who
     * @param action what it did
     * @param resultSummary what came of it, at most 200 characters
     */
    public record Step(Instant timestamp, String agent, String action, String resultSummary) implements Serializable {
        private static final int MAX_RESULT = 200;

        /** Cuts the result. */
        public Step {
            resultSummary = Cut.to(MAX_RESULT, resultSummary);
        }
    }

    @Override
    public MemoryStrategy strategy() {
        return MemoryStrategy.INVESTIGATIONS;
    }

    @Override
    public String kind() {
        return resolutionStatus.id();
    }

    @Override
    public String identity() {
        return incidentId;
    }

    @Override
    public String headline() {
        return "\"" + query + "\": " + context;
    }

    /** What was asked, because it is looked for by what is asked. */
    @Override
    public String searchText() {
        return query;
    }
}
