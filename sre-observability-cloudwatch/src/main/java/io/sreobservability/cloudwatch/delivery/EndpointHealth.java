package io.sreobservability.cloudwatch.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator once when an endpoint stops taking telemetry and once when it takes all of it again.
 *
 * <p>Several signals share an endpoint, and each exporter fails again every few seconds: without this an outage would fill
 * the program's own log. An endpoint that comes and goes warns at most once a minute.
 */
public final class EndpointHealth {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointHealth.class);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final String endpoint;
    private final InstantSource clock;
    private final Set<Signal> failing = EnumSet.noneOf(Signal.class);
    private @Nullable Instant lastWarning;
    private boolean warned;

    /**
     * Starts out healthy.
     *
     * @param endpoint as it may be shown: scheme, host and port, never credentials or a query
     */
    public EndpointHealth(String endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    public String endpoint() {
        return endpoint;
    }

    /**
     * An export of this signal failed.
     *
     * @param reason a few words without secrets
     */
    public synchronized void failed(Signal signal, String reason) {
        boolean alreadyOut = !failing.isEmpty();
        failing.add(signal);
        Instant now = clock.instant();
        boolean tooSoon = lastWarning != null && now.isBefore(lastWarning.plus(BETWEEN_WARNINGS));
        if (alreadyOut || tooSoon) {
            return;
        }
        lastWarning = now;
        warned = true;
        LOG.warn(
                "Telemetry cannot be delivered to {} ({}). The program goes on; what is lost is counted.",
                endpoint,
                reason);
    }

    /** An export of this signal was acknowledged. */
    public synchronized void succeeded(Signal signal) {
        if (failing.remove(signal) && failing.isEmpty() && warned) {
            warned = false;
            LOG.info("Telemetry is delivered to {} again.", endpoint);
        }
    }
}
