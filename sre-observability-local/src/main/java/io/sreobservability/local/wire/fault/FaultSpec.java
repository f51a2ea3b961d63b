package io.sreobservability.local.wire.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * How users write a fault: its kind, then what is special about it, such as {@code 503,signal=traces,times=3} or {@code
 * refuse,seconds=60}.
 */
public final class FaultSpec {
    private static final int MOST = 1_000_000;

    private FaultSpec() {}

    /**
     * Reads a fault.
     *
     * @throws IllegalArgumentException with a message that tells what can be written instead
     */
    public static Fault parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(",", -1);
        FaultKind kind = FaultKind.parse(parts[0].strip());
        if (kind == null) {
            throw new IllegalArgumentException("A fault begins with one of these words:\n" + FaultKind.explained());
        }
        Fault fault = Fault.of(kind);
        for (int i = 1; i < parts.length; i++) {
            String[] option = parts[i].strip().split("=", 2);
            fault = option.length == 2 ? with(fault, option[0], option[1]) : unknown(option[0]);
        }
        return checked(fault);
    }

    private static Fault with(Fault fault, String option, String value) {
        return switch (option) {
            case "signal" -> fault.at(target(value));
            case "times" -> fault.times(number(option, value, 1));
            case "seconds" -> fault.lasting(Duration.ofSeconds(number(option, value, 1)));
            case "retry-after" -> fault.askingToWait(Duration.ofSeconds(number(option, value, 0)));
            case "every" -> fault.rejectingEvery(number(option, value, 1));
            default -> unknown(option);
        };
    }

    private static Fault unknown(String option) {
        throw new IllegalArgumentException("'" + option + "' says nothing about a fault; known are signal=traces,"
                + " signal=logs, signal=metrics, times=, seconds=, retry-after= and every=");
    }

    private static FaultTarget target(String value) {
        for (FaultTarget target : FaultTarget.values()) {
            if (target.word().equals(value)) {
                return target;
            }
        }
        throw new IllegalArgumentException("signal= is traces, logs, metrics or all");
    }

    private static int number(String option, String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below, with numbers that are out of range.
        }
        throw new IllegalArgumentException(option + "= is a number from " + least + " to " + MOST);
    }

    /** While nobody listens nobody can be told to listen again, and requests cannot be counted or told apart. */
    private static Fault checked(Fault fault) {
        if (fault.kind() == FaultKind.REFUSE
                && (fault.duration() == null || fault.times() != null || fault.target() != FaultTarget.ALL)) {
            throw new IllegalArgumentException(
                    "refuse is for all requests and ends by itself: refuse,seconds=60 for a minute");
        }
        return fault;
    }
}
