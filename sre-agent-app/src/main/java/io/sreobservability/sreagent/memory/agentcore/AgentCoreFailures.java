package io.sreobservability.sreagent.memory.agentcore;

import io.sreobservability.sreagent.memory.MemoryUnavailableException;
import io.sreobservability.sreagent.remote.Causes;
import io.sreobservability.sreagent.remote.ServiceWords;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Puts what the AWS SDK throws into one sentence: which memory, what happened, what to do. */
final class AgentCoreFailures {
    private final AgentCoreSettings settings;

    AgentCoreFailures(AgentCoreSettings settings) {
        this.settings = settings;
    }

    /** The failure to throw instead. A thread that was interrupted stays so. */
    MemoryUnavailableException explain(RuntimeException thrown) {
        Trouble trouble = trouble(thrown);
        if (trouble == Trouble.INTERRUPTED) {
            Thread.currentThread().interrupt();
        }
        String said = said(thrown);
        return new MemoryUnavailableException(
                "AgentCore Memory " + settings.memoryId() + " in "
                        + settings.aws().region() + " " + trouble.statement + (said.isEmpty() ? "" : " (" + said + ")")
                        + "; " + trouble.fix,
                thrown);
    }

    private enum Trouble {
        NO_CREDENTIALS(
                "cannot be asked without valid AWS credentials",
                "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (SRE_AGENT_MEMORY=local needs none)"),
        ACCESS_DENIED(
                "refuses these AWS credentials",
                "allow bedrock-agentcore:CreateEvent, RetrieveMemoryRecords and ListMemoryRecords on it (docs/memory.md)"),
        NOT_FOUND("does not exist", "check SRE_AGENT_MEMORY_ID and AWS_REGION"),
        INVALID("refuses the request", "check that it has the three strategies of docs/memory.md"),
        QUOTA("is at a quota of its account", "have it raised, or delete what is not needed"),
        THROTTLED("is asked too often", "wait a little, or have the account's rate raised"),
        FAILED("failed", "try again in a few minutes"),
        UNREADABLE("answered what cannot be read", "check SRE_AGENT_MEMORY_ENDPOINT, or try again in a few minutes"),
        TIMEOUT("did not answer in time", "try again, or go on with SRE_AGENT_MEMORY=local"),
        UNREACHABLE("cannot be reached", "check the network and SRE_AGENT_MEMORY_ENDPOINT"),
        INTERRUPTED("was not waited for", "give the investigation more time");

        private final String statement;
        private final String fix;

        Trouble(String statement, String fix) {
            this.statement = statement;
            this.fix = fix;
        }
    }

    private static Trouble trouble(RuntimeException thrown) {
        if (thrown instanceof AbortedException) {
            return Trouble.INTERRUPTED;
        }
        if (thrown instanceof AwsServiceException refusal) {
            return refused(refusal);
        }
        if (thrown instanceof ApiCallTimeoutException
                || thrown instanceof ApiCallAttemptTimeoutException
                || Causes.include(thrown, SocketTimeoutException.class)) {
            return Trouble.TIMEOUT;
        }
        String message = String.valueOf(thrown.getMessage());
        if (message.contains("load credentials")) {
            return Trouble.NO_CREDENTIALS;
        }
        if (message.contains("Unable to unmarshall") || Causes.include(thrown, AnswerLimit.TooLongException.class)) {
            return Trouble.UNREADABLE;
        }
        return Causes.include(thrown, IOException.class) ? Trouble.UNREACHABLE : Trouble.FAILED;
    }

    private static Trouble refused(AwsServiceException refusal) {
        return switch (code(refusal)) {
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "ExpiredTokenException",
                    "IncompleteSignatureException",
                    "MissingAuthenticationTokenException" -> Trouble.NO_CREDENTIALS;
            case "ServiceQuotaExceededException" -> Trouble.QUOTA;
            default ->
                switch (refusal.statusCode()) {
                    case 401, 403 -> Trouble.ACCESS_DENIED;
                    case 404 -> Trouble.NOT_FOUND;
                    case 408, 504 -> Trouble.TIMEOUT;
                    case 429 -> Trouble.THROTTLED;
                    default -> refusal.statusCode() >= 500 ? Trouble.FAILED : Trouble.INVALID;
                };
        };
    }

    private static String code(AwsServiceException refusal) {
        String code = refusal.awsErrorDetails() == null
                ? null
                : refusal.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    /** The service's own words. The SDK's are about its classes, and a parser's quote the answer. */
    private static String said(RuntimeException thrown) {
        @Nullable
        String words = thrown instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null
                ? refusal.awsErrorDetails().errorMessage()
                : null;
        return words == null ? "" : ServiceWords.oneLine(words);
    }
}
