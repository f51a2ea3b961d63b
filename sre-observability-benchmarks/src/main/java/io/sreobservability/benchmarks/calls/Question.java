package io.sreobservability.benchmarks.calls;

/** What an agent is asked, by whom and in which investigation. */
public record Question(String investigationId, String userId, String sessionId, String query) {}
