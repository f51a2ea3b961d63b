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

    private static final int TOO_LARGE = 413;
    private static final String SUFFIX = "Exception";

    /** Codes that find fault with the data. AWS's newer wire formats end some of them in {@value #SUFFIX}. */
    private static final Set<String> REFUSED_CONTENT = Set.of(
            "InvalidParameterValue",
            "InvalidParameterCombination",
            "MissingParameter",
            "MissingRequiredParameter",
            "ValidationError",
            "Validation");

    private final CloudWatchClient client;
    private final String namespace;
    private boolean sentAgainUnclear;

    /** The sender is used by one thread at a time. */
    MetricDataSender(MetricClientSettings settings) {
        this.client = settings.newClient(new ResendObserver(() -> sentAgainUnclear = true));
        this.namespace = settings.namespace();
    }

    /** Every datum has its outcome in {@code report} when this returns; it throws nothing. */
    void send(List<OutgoingDatum> request, SendReport report) {
        RequestPieces pieces = new RequestPieces(request);
        for (List<OutgoingDatum> piece = pieces.next(); piece != null; piece = pieces.next()) {
            try {
                put(piece);
                report.delivered(piece, sentAgainUnclear);
                pieces.taken();
            } catch (AwsServiceException answered) {
                if (isContentRefused(answered) && piece.size() > 1) {
                    pieces.refused(piece, refusal(answered));
                } else {
                    report.failed(piece, refusal(answered));
                }
            } catch (RuntimeException notAnswered) {
                report.failed(piece, noAnswer(notAnswered));
            } catch (Error broken) {
                // It costs this piece: what was taken before is delivered, and what follows may be.
                report.failed(piece, new ExportFailure(FailureKind.OTHER, FailureReason.of(broken)));
            }
        }
        pieces.givenUp().forEach(piece -> report.failed(piece.data(), piece.why()));
    }

    private void put(List<OutgoingDatum> piece) {
        sentAgainUnclear = false;
        client.putMetricData(put -> put.namespace(namespace)
                .metricData(piece.stream().map(OutgoingDatum::datum).toList()));
    }

    private static ExportFailure noAnswer(RuntimeException failure) {
        return AwsCredentials.areMissing(failure)
                ? new ExportFailure(FailureKind.NO_CREDENTIALS, AwsCredentials.MISSING)
                : new ExportFailure(FailureKind.UNAVAILABLE, FailureReason.of(failure));
    }

    private static ExportFailure refusal(AwsServiceException answered) {
        return new ExportFailure(kind(answered), describe(answered));
    }

    private static FailureKind kind(AwsServiceException answered) {
        if (answered.isThrottlingException() || answered.statusCode() >= 500) {
            return FailureKind.UNAVAILABLE;
        }
        return isContentRefused(answered) ? FailureKind.INVALID : FailureKind.REFUSED;
    }

    private static boolean isContentRefused(AwsServiceException answered) {
        AwsErrorDetails details = answered.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        return answered.statusCode() == TOO_LARGE
                || REFUSED_CONTENT.contains(
                        code.endsWith(SUFFIX) ? code.substring(0, code.length() - SUFFIX.length()) : code);
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
