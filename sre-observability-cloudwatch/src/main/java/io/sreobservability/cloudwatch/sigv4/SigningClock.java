package io.sreobservability.cloudwatch.sigv4;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time that requests are signed with. AWS refuses a signature that is more than 15 minutes off; when this machine's clock
 * is, the time in AWS's own answers is followed instead.
 */
public final class SigningClock extends Clock {

    /** A request may be on its way for a while; less than this is not worth a correction. */
    private static final Duration NOTICEABLE = Duration.ofMinutes(4);

    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    public SigningClock(Clock machine) {
        this.machine = machine;
    }

    /**
     * Takes over AWS's time.
     *
     * @return whether that changed anything, so that signing again may help
     */
    public boolean follow(Instant aws) {
        Duration newOffset = Duration.between(machine.instant(), aws);
        if (newOffset.minus(offset).abs().compareTo(NOTICEABLE) < 0) {
            return false;
        }
        offset = newOffset;
        return true;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
