package io.sreobservability.aspects;

/**
 * What the library had to correct or swallow since the process started.
 *
 * @param faults throwables inside telemetry that were swallowed
 * @param normalisedNames spans whose name had a part outside the grammar {@code [a-z][a-z0-9_]*} or outside its closed set of words
 * @param staleFrames spans closed late because the exit of their method was never seen
 * @param missingRequired spans without an attribute that the standard requires, set on them or inherited; content that is
 *     switched off is not missing
 * @param refusedContexts requests whose trace headers or baggage were malformed or too long, wholly or in part
 */
public record SelfCounters(
        long faults, long normalisedNames, long staleFrames, long missingRequired, long refusedContexts) {}
