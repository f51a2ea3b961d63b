package io.sreobservability.sreagent.model.analysis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing seen in one tool answer.
 *
 * @param kind the shape it was seen in
 * @param subject the service or object it is about, as the answer names it
 * @param text one sentence built from values of the answer
 * @param problem whether it speaks of something broken
 * @param cause whether it names a reason rather than a symptom
 * @param weight 0 to 1, for ordering
 * @param userFacing whether the answer shows the subject serving requests from outside
 * @param measure first and last value for numbers over time
 * @param steps the steps of a procedure; else empty
 */
public record Observation(
        Kind kind,
        String subject,
        String text,
        boolean problem,
        boolean cause,
        double weight,
        boolean userFacing,
        @Nullable Measure measure,
        List<String> steps) {

    /** The shape in the answer or, for harm that no figure shows, what a message tells. */
    public enum Kind {
        TREND,
        LEVEL,
        STATUS,
        EVENT,
        LOG,
        COUNT,
        ANOMALY,
        PROCEDURE,
        NORMAL,
        ABSENT,
        DATA_LOSS,
        SECURITY
    }

    /** What a number measures. */
    public enum MeasureType {
        RESPONSE_TIME,
        ERROR_RATE,
        AVAILABILITY,
        OTHER
    }

    /** Two values of one number over time, and when it became as bad as it is, as the answer writes times. */
    public record Measure(MeasureType type, String unit, double first, double last, String since) {}

    static Observation problem(Kind kind, String subject, String text, double weight) {
        return new Observation(kind, subject, text, true, false, weight, false, null, List.of());
    }

    static Observation note(Kind kind, String subject, String text) {
        return new Observation(kind, subject, text, false, false, 0.1, false, null, List.of());
    }

    Observation asCause() {
        return new Observation(kind, subject, text, problem, true, weight, userFacing, measure, steps);
    }

    /** The observation as one entry of the findings answer, with the tool whose answer it was seen in. */
    public ObjectNode toJson(String tool) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", kind.name()).put("subject", subject).put("text", text).put("tool", tool);
        json.put("problem", problem).put("cause", cause).put("weight", weight).put("user_facing", userFacing);
        if (measure != null) {
            json.putObject("measure")
                    .put("class", measure.type().name())
                    .put("unit", measure.unit())
                    .put("first", measure.first())
                    .put("last", measure.last())
                    .put("since", measure.since());
        }
        if (!steps.isEmpty()) {
            steps.forEach(json.putArray("steps")::add);
        }
        return json;
    }
}
