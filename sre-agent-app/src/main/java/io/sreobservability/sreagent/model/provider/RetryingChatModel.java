package io.sreobservability.sreagent.model.provider;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.remote.Sleeper;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what may pass: throttling, overload, broken connections. The pauses double from half a second to eight, and
 * vary by half, so that agents which were refused together do not come back together.
 */
final class RetryingChatModel implements ChatModel {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MAX_DOUBLINGS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(RetryingChatModel.class);

    private final ChatModel model;
    private final int attempts;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    /**
     * A model that is tried several times.
     *
     * @param attempts how often in all, at least once
     * @param random from 0 to 1, how much of the second half of a pause is waited
     */
    RetryingChatModel(ChatModel model, int attempts, Sleeper sleeper, DoubleSupplier random) {
        this.model = model;
        this.attempts = attempts;
        this.sleeper = sleeper;
        this.random = random;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return model.chat(request);
            } catch (ModelException e) {
                if (!e.failure().passing() || attempt >= attempts) {
                    throw e;
                }
                Duration pause = pauseAfter(attempt);
                LOG.atInfo()
                        .addKeyValue("error.type", e.failure().code())
                        .log(
                                "Attempt {} of {} to ask the model failed, next in {} ms",
                                attempt,
                                attempts,
                                pause.toMillis());
                sleep(pause);
            }
        }
    }

    private Duration pauseAfter(int attempt) {
        Duration whole = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        return Duration.ofMillis(Math.round(whole.toMillis() * (0.5 + random.getAsDouble() / 2)));
    }

    private void sleep(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("interrupted before asking the model again").initCause(e);
        }
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
