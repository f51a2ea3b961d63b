package io.sreobservability.registry.model;

/** How firm a definition is, in OpenTelemetry's words. */
public enum Stability {
    /** Does not change any more in a breaking way. */
    STABLE,
    /** May change in any release. */
    DEVELOPMENT,
    /** First trial. */
    ALPHA,
    /** Second trial. */
    BETA,
    /** About to become stable. */
    RELEASE_CANDIDATE
}
