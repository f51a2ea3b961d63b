package io.sreobservability.sreagent.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in a scenario and by whom.
 *
 * @param text the question
 * @param users who asks it, one after the other
 */
public record Question(String text, List<String> users) {
    public Question {
        users = List.copyOf(users);
    }

    /** The scenario's own question, with another text or user where one is given. */
    public static Question of(Scenario scenario, @Nullable String text, @Nullable String user) {
        return new Question(text == null ? scenario.question() : text, user == null ? scenario.users() : List.of(user));
    }
}
