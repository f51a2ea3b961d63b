package io.sreobservability.cloudwatch.metrics;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.FailureReason;
import io.sreobservability.cloudwatch.sigv4.AwsCredentials;
import io.sreobservability.cloudwatch.sigv4.SigningAdvice;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * Sends requests by PutMetricData. The AWS SDK's standard strategy repeats what may be repeated (three attempts).
 *
 * <p>CloudWatch answers one bad datum by refusing the whole request. The converter lets no datum through that breaks a
 * known rule; should CloudWatch know one more, the request is halved until the bad datum stands alone.
 */
final class MetricDataSender implements AutoCloseable {

    /** Enough to find a few bad data among 1,000 (two requests for each halving); a request bad as a whole ends here. */
    private static final int MAX_SPLITS = 40;

    private static final Set<String> REFUSED_CONTENT = Set.of(
            "InvalidParameterValue",
            "InvalidParameterCombination",
            "MissingParameter",
            "MissingRequiredParameter",
            "ValidationError");

    private final CloudWatchClient client;
    private final String namespace;
    private boolean sentAgainUnclear;
    private int splitsLeft;

    /** The sender is used by one thread at a time. */
    MetricDataSender(MetricClientSettings settings) {
        this.client = settings.newClient(new ResendObserver(() -> sentAgainUnclear = true));
        this.namespace = settings.namespace();
    }

    void send(List<OutgoingDatum> request, SendReport report) {
        splitsLeft = MAX_SPLITS;
        sendOrSplit(request, report);
    }

    private void sendOrSplit(List<OutgoingDatum> request, SendReport report) {
        sentAgainUnclear = false;
        try {
            client.putMetricData(put -> put.namespace(namespace)
                    .metricData(request.stream().map(OutgoingDatum::datum).toList()));
            report.delivered(request, sentAgainUnclear);
        } catch (AwsServiceException answered) {
            if (isContentRefused(answered) && request.size() > 1 && splitsLeft-- > 0) {
                int half = request.size() / 2;
                sendOrSplit(request.subList(0, half), report);
                sendOrSplit(request.subList(half, request.size()), report);
            } else {
                report.failed(request, refusal(answered));
            }
        } catch (RuntimeException notAnswered) {
            report.failed(request, noAnswer(notAnswered));
        }
    }

    private static ExportFailure noAnswer(RuntimeException failure) {
        return AwsCredentials.areMissing(failure)
                ? new ExportFailure(FailureKind.NO_CREDENTIALS, AwsCredentials.MISSING)
                : new ExportFailure(FailureKind.UNAVAILABLE, FailureReason.of(failure));
    }

    private static ExportFailure refusal(AwsServiceException answered) {
        boolean passes = answered.isThrottlingException() || answered.statusCode() >= 500;
        return new ExportFailure(passes ? FailureKind.UNAVAILABLE : FailureKind.REFUSED, describe(answered));
    }

    private static boolean isContentRefused(AwsServiceException answered) {
        return answered.awsErrorDetails() != null
                && REFUSED_CONTENT.contains(answered.awsErrorDetails().errorCode());
    }

    /** The error code is from a fixed list; the message may quote what was sent, so it is only looked through. */
    private static String describe(AwsServiceException answered) {
        StringBuilder reason = new StringBuilder("HTTP status ").append(answered.statusCode());
        AwsErrorDetails details = answered.awsErrorDetails();
        if (details != null && details.errorCode() != null) {
            reason.append(", ").append(details.errorCode());
            SigningAdvice.about(details.errorCode() + " " + details.errorMessage())
                    .ifPresent(advice -> reason.append(": ").append(advice));
        }
        return reason.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
