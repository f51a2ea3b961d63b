package io.sreobservability.sreagent.agent;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fact, with the tool whose answer it was taken from.
 *
 * @param kind what it was read from
 * @param subject the service or object it is about
 * @param text one sentence
 * @param tool where it comes from; empty if a model named none that it had an answer of
 * @param problem whether it speaks of something broken
 * @param cause whether it names a reason rather than a symptom
 * @param userFacing whether it is about a service seen answering users
 * @param weight 0 to 1, for ordering
 * @param measure its number over time, if it has one
 * @param steps the steps of a procedure
 */
public record Finding(
        Kind kind,
        String subject,
        String text,
        String tool,
        boolean problem,
        boolean cause,
        boolean userFacing,
        double weight,
        @Nullable Measure measure,
        List<String> steps)
        implements Serializable {

    /** The same without a source, unless it names one of these. */
    Finding withSourceOf(Set<String> tools) {
        return tools.contains(tool)
                ? this
                : new Finding(kind, subject, text, "", problem, cause, userFacing, weight, measure, steps);
    }

    /** What a finding was read from or, for harm that no figure shows, what it tells. */
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
        /** What was looked for, its subject, does not occur. */
        ABSENT,
        /** A message that tells of lost or damaged data. */
        DATA_LOSS,
        /** A message that tells of an attack, or of access by somebody who may not. */
        SECURITY,
        /** Free text of a model that kept to no form. */
        TEXT
    }

    /** What a number measures. */
    public enum MeasureType {
        RESPONSE_TIME,
        ERROR_RATE,
        AVAILABILITY,
        OTHER
    }

    /**
     * A number at the beginning and the end of what was looked at.
     *
     * @param type what it measures
     * @param unit of both values; rates are in per cent
     * @param first the earliest value
     * @param last the latest value
     * @param since when it became as bad as it is, as the answer writes times; empty if unknown
     */
    public record Measure(MeasureType type, String unit, double first, double last, String since)
            implements Serializable {}
}
