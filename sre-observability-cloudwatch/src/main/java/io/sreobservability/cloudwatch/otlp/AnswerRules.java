package io.sreobservability.cloudwatch.otlp;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import io.sreobservability.cloudwatch.delivery.ExportOutcome.Next;
import io.sreobservability.cloudwatch.sigv4.SigningAdvice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which refusals pass by themselves, and what the operator can do about the others. */
final class AnswerRules {

    /** What may help after a refusal. */
    enum Remedy {
        /** Sending it again, later. */
        AGAIN,
        /** Signing it with AWS's time. */
        CLOCK,
        /** Making the log stream again: somebody deleted it. */
        LOG_STREAM,
        /** Nothing that a program can do. */
        NONE
    }

    /** Names of errors that leave no doubt. */
    private static final List<String> THROTTLING = List.of("Throttling", "TooManyRequests");

    private static final List<String> THROTTLED = List.of("Throttling", "TooManyRequests", "LimitExceeded");
    private static final List<String> CLOCK =
            List.of("RequestExpired", "RequestTimeTooSkewed", "Signature expired", "Signature not yet current");

    /** Temporary credentials that ended on the way; they are looked up anew for each try. */
    private static final String EXPIRED = "ExpiredToken";

    private static final String NO_STREAM = "log stream does not exist";
    private static final Pattern ERROR_NAME = Pattern.compile("[A-Za-z]{1,60}");
    private static final String NO_GROUP = "log group does not exist";
    private static final String NO_TRANSACTION_SEARCH = "Trace Segment Destination";

    private AnswerRules() {}

    static Remedy remedy(Answer refusal) {
        String words = refusal.words();
        if (containsAny(words, CLOCK)) {
            return Remedy.CLOCK;
        }
        if (words.contains(NO_STREAM)) {
            return Remedy.LOG_STREAM;
        }
        Next byStatus = ExportOutcome.afterStatus(refusal.status());
        boolean passes = byStatus == Next.AGAIN
                || byStatus == Next.STUMBLED
                || containsAny(words, THROTTLED)
                || words.contains(EXPIRED);
        return passes ? Remedy.AGAIN : Remedy.NONE;
    }

    private static boolean containsAny(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    /** The failure to report if nothing helped. */
    static ExportFailure failure(Answer refusal) {
        StringBuilder reason = new StringBuilder("HTTP status ").append(refusal.status());
        // Whatever else the answer says may quote what was sent.
        if (ERROR_NAME.matcher(refusal.errorType()).matches()) {
            reason.append(", ").append(refusal.errorType());
        }
        Optional<String> advice = advice(refusal.words());
        advice.ifPresent(text -> reason.append(": ").append(text));
        return ExportFailure.refusal(next(refusal, advice.isPresent()), reason.toString())
                .ifUnclear(ExportOutcome.isUnclear(refusal.status()));
    }

    /** What has nothing to do with the account, about which there would be advice, is about something in the request. */
    private static Next next(Answer refusal, boolean aboutTheAccount) {
        Next byStatus = ExportOutcome.afterStatus(refusal.status());
        if (remedy(refusal) == Remedy.AGAIN) {
            // Words that sound of better times, under a status that speaks of the content, may mean either; a name is
            // clear.
            boolean either = byStatus == Next.SPLIT
                    && !refusal.words().contains(EXPIRED)
                    && !containsAny(refusal.errorType(), THROTTLING);
            return byStatus == Next.STUMBLED || either ? Next.STUMBLED : Next.AGAIN;
        }
        return byStatus == Next.SPLIT && aboutTheAccount ? Next.GIVE_UP : byStatus;
    }

    private static Optional<String> advice(String words) {
        if (words.contains(NO_TRANSACTION_SEARCH)) {
            return Optional.of(
                    "X-Ray takes traces by OTLP only with Transaction Search on. Once per account and region: aws"
                            + " xray update-trace-segment-destination --destination CloudWatchLogs; docs/iam tells what it needs and"
                            + " changes");
        }
        if (words.contains(NO_GROUP)) {
            return Optional.of(
                    "the log group does not exist: aws logs create-log-group --log-group-name NAME, with the name"
                            + " of SRE_OBSERVABILITY_LOG_GROUP");
        }
        return SigningAdvice.about(words);
    }
}
