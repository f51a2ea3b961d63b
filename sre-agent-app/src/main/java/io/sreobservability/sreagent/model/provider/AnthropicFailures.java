package io.sreobservability.sreagent.model.provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import io.sreobservability.sreagent.remote.Causes;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Tells apart what LangChain4j throws when Anthropic's API does not answer. */
final class AnthropicFailures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Explanation explanation;

    AnthropicFailures(Explanation explanation) {
        this.explanation = explanation;
    }

    /**
     * The failure to throw instead.
     *
     * @throws CancellationException if the call was broken off by an interrupt
     */
    ModelException explain(RuntimeException thrown) {
        if (Causes.include(thrown, InterruptedException.class)) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("the call to the model was interrupted").initCause(thrown);
        }
        HttpException refusal = refusal(thrown);
        if (refusal != null) {
            String words = words(String.valueOf(refusal.getMessage()));
            return explanation.of(kind(refusal.statusCode(), words.toLowerCase(Locale.ROOT)), words, thrown);
        }
        if (thrown instanceof TimeoutException) {
            return explanation.of(ModelFailure.TIMEOUT, null, thrown);
        }
        // Not the parser's words: they quote the answer.
        return Causes.include(thrown, JacksonException.class)
                ? explanation.of(ModelFailure.MALFORMED_ANSWER, null, thrown)
                : explanation.ofConnection(thrown);
    }

    private static ModelFailure kind(int status, String words) {
        return switch (status) {
            case 401 -> ModelFailure.NO_CREDENTIALS;
            case 402 -> ModelFailure.QUOTA_EXCEEDED;
            case 403 -> ModelFailure.ACCESS_DENIED;
            case 404 -> ModelFailure.MODEL_NOT_FOUND;
            case 408, 504 -> ModelFailure.TIMEOUT;
            case 413 -> ModelFailure.CONTEXT_TOO_LONG;
            case 429 -> ModelFailure.THROTTLED;
            case 503, 529 -> ModelFailure.OVERLOADED;
            default -> status >= 500 ? ModelFailure.SERVICE_ERROR : invalid(words);
        };
    }

    /** One status for all that is wrong with a request; only the words tell. */
    private static ModelFailure invalid(String words) {
        if (words.contains("too long") || words.contains("context")) {
            return ModelFailure.CONTEXT_TOO_LONG;
        }
        return words.contains("credit balance") ? ModelFailure.QUOTA_EXCEEDED : ModelFailure.INVALID_REQUEST;
    }

    /** The message of the error in the body; nothing of a body of another form, which may be a proxy's page. */
    private static String words(String body) {
        try {
            JsonNode message = JSON.readTree(body).path("error").path("message");
            return message.asText("");
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    private static @Nullable HttpException refusal(RuntimeException thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof HttpException)) {
            cause = cause.getCause();
        }
        return (HttpException) cause;
    }
}
