package io.sreobservability.registry.model;

/**
 * An attribute on a span family.
 *
 * @param attribute the definition
 * @param requirement whether it must be there
 */
public record AttributeUse(Attribute attribute, Requirement requirement) {
    /**
     * Whether an attribute must be on a span.
     *
     * @param level how strict
     * @param condition when it is required, or why it is recommended; empty if the level says it all
     */
    public record Requirement(Level level, String condition) {}

    /** OpenTelemetry's requirement levels, the strictest first. */
    public enum Level {
        /** Always there. */
        REQUIRED,
        /** There whenever the condition holds. */
        CONDITIONALLY_REQUIRED,
        /** There unless something speaks against it. */
        RECOMMENDED,
        /** There only if the user asks for it. */
        OPT_IN
    }
}
