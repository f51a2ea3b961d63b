package io.sreobservability.sreagent.tool;

import java.time.Duration;

/**
 * A tool call failed in a way that may pass, and is about to be tried again.
 *
 * @param attempt the number of the next try, from 2
 * @param attempts how many there are at most
 * @param pause how long is waited before it
 * @param errorType why the last one failed (see {@link ToolFailure})
 */
public record ToolRetry(int attempt, int attempts, Duration pause, String errorType) {}
