package io.sreobservability.local.wire.fault;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may go wrong between a sender of telemetry and its receiver. */
public enum FaultKind {
    REFUSE("refuse", "nobody listens: connections are refused, for all that this server serves"),
    UNAVAILABLE("503", "an answer of status 503"),
    INTERNAL_ERROR("500", "an answer of status 500"),
    TOO_MANY("429", "an answer of status 429, with Retry-After if a time is given"),
    THROTTLE("throttle", "a refusal for too many requests, in the form that AWS gives it"),
    RESET("reset", "the request is taken, and the connection breaks in the middle of the answer"),
    BLACK_HOLE("black-hole", "the request is read and never answered"),
    DRIP("drip", "the request is taken, and the answer comes a byte at a time, for a minute"),
    PARTIAL("partial", "every n-th span or log record of a request is rejected, the others are taken");

    private final String word;
    private final String meaning;

    FaultKind(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As written in a specification. */
    public String word() {
        return word;
    }

    /** Null for a word that is none. */
    static @Nullable FaultKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** All of them with their meanings, one a line. */
    static String explained() {
        return Arrays.stream(values())
                .map(kind -> kind.word + ": " + kind.meaning)
                .collect(Collectors.joining("\n"));
    }
}
