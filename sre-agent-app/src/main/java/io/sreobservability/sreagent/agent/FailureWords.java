package io.sreobservability.sreagent.agent;

import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.model.ModelException;
import org.slf4j.spi.LoggingEventBuilder;

/** What is said of a failure: to whoever asked, and in the log. */
final class FailureWords {
    private FailureWords() {}

    /** In words for whoever asked. What an unforeseen failure says of the inside belongs to the log. */
    static String forReader(Throwable thrown) {
        Throwable cause = innermost(thrown);
        return cause instanceof ModelException
                ? String.valueOf(cause.getMessage())
                : "an internal error (" + cause.getClass().getSimpleName() + "); the log says more";
    }

    /**
     * Logs one line. A model's words may quote its provider, and a provider what it was sent. Log records leave the process,
     * so only where content may, too.
     */
    static void log(LoggingEventBuilder event, Throwable thrown, String words) {
        if (!(innermost(thrown) instanceof ModelException model)) {
            event.log(words);
            return;
        }
        LoggingEventBuilder coded =
                event.addKeyValue("error.type", model.failure().code());
        if (SreObservability.captureContent()) {
            coded.log(words);
        } else {
            coded.log("A model did not answer: {}", model.failure().statement());
        }
    }

    /** A model's failure counts as innermost: its message is for people, what is below it is not. */
    static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof ModelException) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
