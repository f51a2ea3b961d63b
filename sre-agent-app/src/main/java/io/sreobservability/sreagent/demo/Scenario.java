package io.sreobservability.sreagent.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the demo shows, in the order in which it shows it. */
public enum Scenario {
    /** Three agents at the same time, and which of them is the bottleneck. */
    CROSS_DOMAIN("1", "Cross-domain investigation", "API response times have degraded 3x in the last hour"),
    /** One question of two users, and what their memories make of it. */
    MEMORY_CONTEXT("2", "Memory context: one question, two users", "Database pods are crash looping in production"),
    /** A backend that is gone: how far its failure gets, and who goes on. */
    KILLED_BACKEND("3", "Live troubleshooting: the Kubernetes backend is killed", "Check cluster health");

    private final String number;
    private final String title;
    private final String question;

    Scenario(String number, String title, String question) {
        this.number = number;
        this.title = title;
        this.question = question;
    }

    /** Its name on the command line: {@code 1}, {@code 2} or {@code 3}. */
    public String number() {
        return number;
    }

    /** What is asked. */
    public String question() {
        return question;
    }

    /** Who asks, one after the other. */
    public List<String> users() {
        return this == MEMORY_CONTEXT ? List.of("Alice", "Carol") : List.of("Alice");
    }

    String title() {
        return title;
    }

    /** The scenario of this number. */
    public static Optional<Scenario> ofNumber(String number) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.number.equals(number))
                .findFirst();
    }
}
