package io.sreobservability.sreagent.model.provider;

import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import io.sreobservability.sreagent.remote.Causes;
import io.sreobservability.sreagent.remote.ServiceWords;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** Puts a failure of one model into one line: which model, what happened, what its provider said, what to do. */
record Explanation(ModelSettings settings) {
    /**
     * The failure to throw.
     *
     * @param detail the provider's own words; masked, and cut to one short line
     */
    ModelException of(ModelFailure failure, @Nullable String detail, Throwable cause) {
        String said = detail == null ? "" : ServiceWords.oneLine(detail);
        return new ModelException(
                failure,
                settings.label() + ": " + failure.statement() + (said.isEmpty() ? "" : " (" + said + ")") + "; "
                        + hint(failure) + ".",
                cause);
    }

    /** The failure of a call that got no answer from the provider, by what is in the chain of causes. */
    ModelException ofConnection(Throwable cause) {
        if (Causes.include(cause, HttpTimeoutException.class) || Causes.include(cause, SocketTimeoutException.class)) {
            return of(ModelFailure.TIMEOUT, null, cause);
        }
        return Causes.include(cause, IOException.class)
                ? of(ModelFailure.NETWORK, Causes.innermostMessage(cause), cause)
                : of(ModelFailure.SERVICE_ERROR, cause.getMessage(), cause);
    }

    private String hint(ModelFailure failure) {
        boolean bedrock = settings.provider() == ModelProvider.BEDROCK;
        return switch (failure) {
            case NO_CREDENTIALS ->
                (bedrock
                                ? "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                                : "set " + Credentials.ANTHROPIC_KEY)
                        + " to valid ones (--provider offline needs none)";
            case ACCESS_DENIED ->
                bedrock
                        ? "allow bedrock:InvokeModel on it (docs/models.md) and see that " + settings.region()
                                + " has it enabled"
                        : "give the key's workspace access to it";
            case MODEL_NOT_FOUND ->
                "check --model or SRE_AGENT_MODEL" + (bedrock ? ", and AWS_REGION (" + settings.region() + ")" : "");
            case QUOTA_EXCEEDED -> "raise it, or use another account";
            case CONTEXT_TOO_LONG -> "ask about less at once, or choose a model with a larger context";
            case INVALID_REQUEST ->
                "check that it can use tools, and SRE_AGENT_MODEL_MAX_TOKENS and SRE_AGENT_MODEL_TEMPERATURE";
            case THROTTLED -> "wait a little, or have the account's rate raised";
            case OVERLOADED -> "try again in a few minutes, or choose another model";
            case SERVICE_ERROR -> "try again in a few minutes";
            case MALFORMED_ANSWER -> "try again, or choose a model that is better with tools";
            case TIMEOUT ->
                "try again, or allow more than " + settings.timeout().toMillis() + "ms in SRE_AGENT_MODEL_TIMEOUT";
            case NETWORK -> "check the network" + (settings.endpoint() == null ? "" : " and SRE_AGENT_MODEL_ENDPOINT");
        };
    }
}
