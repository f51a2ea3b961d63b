package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sends the requests of a plan one after the other. The whole has succeeded if every item was acknowledged; it has failed in part
 * if some were refused, here or by the receiver; and the first request that fails as a whole ends it as that one ended, because
 * what keeps one from arriving keeps the others, too.
 */
final class LimitedExport<T> {
    private final List<List<T>> requests;
    private final Function<Collection<T>, CompletableResultCode> exporter;
    private final Map<FailureKind, Long> refused;
    private final CompletableResultCode whole = new CompletableResultCode();

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
        if (refused.isEmpty()) {
            whole.succeed();
        } else {
            whole.failExceptionally(ExportFailure.partial(refused));
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
        if (result.isSuccess()) {
            return true;
        }
        Throwable failure = result.getFailureThrowable();
        Map<FailureKind, Long> inPart = ExportFailure.refusedInPart(failure);
        if (!inPart.isEmpty()) {
            inPart.forEach((kind, count) -> refused.merge(kind, count, Long::sum));
            return true;
        }
        if (failure == null) {
            whole.fail();
        } else {
            whole.failExceptionally(failure);
        }
        return false;
    }
}
