package io.sreobservability.benchmarks.calls;

/** A tool's answer, which may be a failure. */
public record PodStatus(boolean isError, String text) {}
