package io.sreobservability.testing.contract;

/** What the test kit holds every test to. A test may waive a rule by name, with a reason. */
public enum Rule {
    /** A span of woven code has a name that no contract on the class path lists. */
    UNKNOWN_SPAN,
    /** A span carries an attribute that its contract does not list and that nothing handed down. */
    UNKNOWN_ATTRIBUTE,
    /** An attribute's value is of another type than the registry says. */
    WRONG_TYPE,
    /** The value of an enumeration is none of its members. */
    UNKNOWN_MEMBER,
    /** A required attribute is not there, neither from the span's own method nor from a span above it. */
    MISSING_REQUIRED,
    /** A span is of another kind than its contract says. */
    WRONG_KIND,
    /** A span failed without saying why: it has no {@code error.type}. */
    ERROR_WITHOUT_TYPE,
    /** An attribute of sensitivity content, or an exception's message, is on a span although content capture is off. */
    CONTENT_NOT_WITHHELD,
    /** A metric of woven code has a name that no contract on the class path lists. */
    UNKNOWN_METRIC,
    /** A point's dimensions are none of the sets that the contract lists for the metric. */
    WRONG_DIMENSIONS,
    /** A metric's unit is not the one of the contract. */
    WRONG_UNIT,
    /** A span was started and not ended when the test was over. */
    SPAN_NOT_ENDED,
    /** The test left another OpenTelemetry context on its thread than it found there. */
    CONTEXT_LEFT,
    /** The engine had to swallow an exception of telemetry, or to close a span whose method's exit it never saw. */
    ENGINE_FAULT,
    /** The name of a span had a part outside the grammar or outside its closed set of words, and the engine changed it. */
    NAME_CHANGED,
    /** A waiver on the test's method waives nothing. */
    UNUSED_WAIVER
}
