package io.sreobservability.sreagent.model.provider;

import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells apart what the AWS SDK throws. */
final class BedrockFailures {
    private final Explanation explanation;

    BedrockFailures(Explanation explanation) {
        this.explanation = explanation;
    }

    /**
     * The failure to throw instead.
     *
     * @throws CancellationException if the call was broken off by an interrupt
     */
    ModelException explain(SdkException thrown) {
        if (thrown instanceof AbortedException) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("the call to the model was interrupted").initCause(thrown);
        }
        if (thrown instanceof AwsServiceException refusal) {
            String words = refusal.awsErrorDetails() == null
                    ? null
                    : refusal.awsErrorDetails().errorMessage();
            return explanation.of(kind(refusal, words == null ? "" : words), words, refusal);
        }
        if (thrown instanceof ApiCallTimeoutException || thrown instanceof ApiCallAttemptTimeoutException) {
            return explanation.of(ModelFailure.TIMEOUT, null, thrown);
        }
        String message = thrown.getMessage();
        if (message != null && message.contains("load credentials")) {
            return explanation.of(ModelFailure.NO_CREDENTIALS, null, thrown);
        }
        if (message != null && message.contains("Unable to unmarshall")) {
            return explanation.of(ModelFailure.MALFORMED_ANSWER, null, thrown);
        }
        return explanation.ofConnection(thrown);
    }

    private static ModelFailure kind(AwsServiceException refusal, String words) {
        String code = code(refusal);
        return switch (code == null ? "" : code) {
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "ExpiredTokenException",
                    "IncompleteSignatureException",
                    "MissingAuthenticationTokenException" -> ModelFailure.NO_CREDENTIALS;
            case "AccessDeniedException" -> ModelFailure.ACCESS_DENIED;
            case "ResourceNotFoundException" -> ModelFailure.MODEL_NOT_FOUND;
            case "ServiceQuotaExceededException" -> ModelFailure.QUOTA_EXCEEDED;
            case "ThrottlingException" -> ModelFailure.THROTTLED;
            case "ServiceUnavailableException", "ModelNotReadyException" -> ModelFailure.OVERLOADED;
            case "ModelTimeoutException" -> ModelFailure.TIMEOUT;
            case "ModelErrorException", "InternalServerException" -> ModelFailure.SERVICE_ERROR;
            case "ValidationException" -> invalid(words.toLowerCase(Locale.ROOT));
            default -> byStatus(refusal.statusCode());
        };
    }

    /** Converse has one code for all that is wrong with a request; only the words tell. */
    private static ModelFailure invalid(String words) {
        if (words.contains("too long") || words.contains("context") || words.contains("too many input tokens")) {
            return ModelFailure.CONTEXT_TOO_LONG;
        }
        return words.contains("model identifier") || words.contains("throughput")
                ? ModelFailure.MODEL_NOT_FOUND
                : ModelFailure.INVALID_REQUEST;
    }

    private static ModelFailure byStatus(int status) {
        return switch (status) {
            case 401, 403 -> ModelFailure.ACCESS_DENIED;
            case 404 -> ModelFailure.MODEL_NOT_FOUND;
            case 408, 504 -> ModelFailure.TIMEOUT;
            case 429 -> ModelFailure.THROTTLED;
            case 503 -> ModelFailure.OVERLOADED;
            default -> status >= 500 ? ModelFailure.SERVICE_ERROR : ModelFailure.INVALID_REQUEST;
        };
    }

    private static @Nullable String code(AwsServiceException refusal) {
        return refusal.awsErrorDetails() == null
                ? null
                : refusal.awsErrorDetails().errorCode();
    }
}
