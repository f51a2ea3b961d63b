package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.SomeTaken;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sends the requests of a plan one after the other. The whole has succeeded if every item was acknowledged; it has failed in part
 * if some were refused, here or by the receiver; and the first request that fails as a whole ends it as that one ended, because
 * what keeps one from arriving keeps the others, too. That some were taken before is told with it.
 */
final class LimitedExport<T> {
    private final List<List<T>> requests;
    private final Function<Collection<T>, CompletableResultCode> exporter;
    private final Map<FailureKind, Long> refused;
    private final CompletableResultCode whole = new CompletableResultCode();
    private boolean anyTaken;
    private boolean perhapsTwice;

    private LimitedExport(RequestPlan<T> plan, Function<Collection<T>, CompletableResultCode> exporter) {
        this.requests = plan.requests();
        this.refused = new EnumMap<>(FailureKind.class);
        this.refused.putAll(plan.refused());
        this.exporter = exporter;
    }

    static <T> CompletableResultCode run(RequestPlan<T> plan, Function<Collection<T>, CompletableResultCode> exporter) {
        LimitedExport<T> export = new LimitedExport<>(plan, exporter);
        if (plan.requests().size() == 1 && plan.refused().isEmpty()) {
            return export.started(plan.requests().get(0));
        }
        export.continueFrom(0);
        return export.whole;
    }

    /** A loop as long as requests end at once; the thread on which a later one ends goes on from there. */
    private void continueFrom(int first) {
        for (int i = first; i < requests.size(); i++) {
            CompletableResultCode result = started(requests.get(i));
            if (!result.isDone()) {
                int next = i + 1;
                result.whenComplete(() -> {
                    if (isTaken(result)) {
                        continueFrom(next);
                    }
                });
                return;
            }
            if (!isTaken(result)) {
                return;
            }
        }
        if (!refused.isEmpty()) {
            whole.failExceptionally(ExportFailure.partial(refused).ifUnclear(perhapsTwice));
        } else if (perhapsTwice) {
            whole.failExceptionally(ExportFailure.perhapsTwice());
        } else {
            whole.succeed();
        }
    }

    /** What an exporter throws must end the export, on whatever thread this is. */
    private CompletableResultCode started(List<T> request) {
        try {
            return exporter.apply(request);
        } catch (Throwable thrown) {
            return CompletableResultCode.ofExceptionalFailure(thrown);
        }
    }

    /** Whether a request was taken, at least in part; otherwise its failure is that of the whole. */
    private boolean isTaken(CompletableResultCode result) {
        ExportOutcome outcome = ExportOutcome.of(result);
        if (outcome.isTaken()) {
            if (outcome.rejected() > 0) {
                refused.merge(outcome.kind(), outcome.rejected(), Long::sum);
            }
            anyTaken = true;
            perhapsTwice |= outcome.unclear();
            return true;
        }
        Throwable failure = result.getFailureThrowable();
        if (anyTaken) {
            whole.failExceptionally(new SomeTaken(failure));
        } else if (failure == null) {
            whole.fail();
        } else {
            whole.failExceptionally(failure);
        }
        return false;
    }
}
