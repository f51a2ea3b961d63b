package io.sreobservability.sreagent.deploy;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;

/** Turns what the AWS SDK throws into one sentence with the fix. */
final class AwsFailure {
    private AwsFailure() {}

    /** The failure of {@code action}, for example {@code cloudwatch:PutDashboard}. */
    static DeploymentException explain(String action, AwsTarget target, SdkException failure) {
        if (failure instanceof DashboardInvalidInputErrorException invalid) {
            return new DeploymentException(
                    "CloudWatch refused the dashboard and saved nothing: " + details(invalid), failure);
        }
        if (failure instanceof AwsServiceException service) {
            return new DeploymentException(refused(action, target, service), failure);
        }
        return new DeploymentException(notReached(action, target, failure), failure);
    }

    private static String details(DashboardInvalidInputErrorException invalid) {
        String all = invalid.dashboardValidationMessages().stream()
                .map(message -> message.dataPath() + ": " + message.message())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? message(invalid) : all;
    }

    private static String refused(String action, AwsTarget target, AwsServiceException service) {
        String code = service.awsErrorDetails() == null
                ? ""
                : service.awsErrorDetails().errorCode();
        String where = " (" + action + " at " + target.label() + ")";
        if (code.contains("ExpiredToken")) {
            return "The AWS credentials have expired: renew them" + where + ".";
        }
        if (code.contains("InvalidClientTokenId")
                || code.contains("UnrecognizedClient")
                || code.contains("SignatureDoesNotMatch")
                || code.contains("InvalidSignature")) {
            return "AWS does not know these credentials: check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY" + where
                    + ".";
        }
        if (service.statusCode() == 403 || code.contains("AccessDenied")) {
            return "Access denied: the credentials need " + action + "; docs/iam has a policy for deploying. At "
                    + target.label() + ".";
        }
        return action + " failed at " + target.label() + ": " + message(service);
    }

    private static String notReached(String action, AwsTarget target, SdkException failure) {
        if (caused(failure, ConnectException.class) || caused(failure, UnknownHostException.class)) {
            return target.endpoint() == null
                    ? "Cannot reach AWS in " + target.region() + ": is the region right, and the network up?"
                    : "Nothing answers at " + target.endpoint() + ": start the stand-in, or correct --endpoint-url.";
        }
        if (failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || caused(failure, SocketTimeoutException.class)) {
            return target.label() + " did not answer " + action + " in time: try again.";
        }
        if (message(failure).contains("load credentials")) {
            return "No AWS credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY;"
                    + " for the local stand-in give --endpoint-url.";
        }
        return action + " failed at " + target.label() + ": " + message(failure);
    }

    private static boolean caused(Throwable failure, Class<? extends Exception> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String message(SdkException failure) {
        String message = failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorMessage()
                : failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
