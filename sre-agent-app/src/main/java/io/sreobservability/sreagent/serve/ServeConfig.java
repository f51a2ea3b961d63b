package io.sreobservability.sreagent.serve;

import java.time.Duration;

/**
 * How the service runs.
 *
 * @param host the address to listen on, a name or a number
 * @param port the TCP port; 0 takes a free one
 * @param defaultUser who asks when a request does not say
 * @param mostAtOnce how many investigations may run at the same time; more are refused
 * @param patienceAtStop how long running investigations may take to end when the service stops
 */
public record ServeConfig(String host, int port, String defaultUser, int mostAtOnce, Duration patienceAtStop) {}
