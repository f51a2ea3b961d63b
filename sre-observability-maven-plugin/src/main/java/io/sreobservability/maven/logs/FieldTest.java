package io.sreobservability.maven.logs;

import io.sreobservability.maven.source.Named;

/**
 * A comparison of a field with a constant.
 *
 * @param field the field of the log events, aliases resolved
 * @param kind how it is compared
 * @param value the constant
 * @param excluded whether the query keeps what does <em>not</em> compare so
 */
public record FieldTest(String field, Kind kind, Named value, boolean excluded) {

    /** How a field is compared. */
    public enum Kind {
        /** The field is the value. */
        EQUALS("is"),
        /** The value is a part of the field. */
        CONTAINS("contains"),
        /** The value is a regular expression that fits a part of the field. */
        MATCHES("matches");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }

        /** The comparison in a sentence. */
        public String verb() {
            return verb;
        }
    }
}
