package io.sreobservability.benchmarks.calls;

/** What an agent found, and with how many tool calls. */
public record Findings(String text, int toolsInvoked) {}
