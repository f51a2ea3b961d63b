package io.sreobservability.sreagent.trace;

import io.sreobservability.sreagent.trace.CriticalPath.Share;
import io.sreobservability.sreagent.trace.Style.Paint;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints a trace: what happened, what went wrong first, what determined the time and which agent to look at. */
public final class TraceView {
    private static final int MOST_FAILURES = 5;

    private final Style style;

    /** A view in the given style. */
    public TraceView(Style style) {
        this.style = style;
    }

    /**
     * Waits for the trace at the stand-in and prints it.
     *
     * @param patience how long to wait for what is missing; then the trace is printed as far as it came
     * @return whether the trace came whole
     * @throws TraceUnavailableException with a message for the user, if there is no trace to print
     */
    public boolean fetchAndPrint(TraceClient standIn, String traceId, PrintWriter out, Duration patience) {
        TraceClient.Arrival arrival = standIn.await(traceId, patience, () -> {
            out.println("Waiting for the backends' spans (every process sends its own) ...");
            out.flush();
        });
        print(arrival, out);
        return arrival.missing().isEmpty();
    }

    /** Prints what arrived and names what did not. */
    public void print(TraceClient.Arrival arrival, PrintWriter out) {
        TraceTree tree = TraceTree.of(arrival.trace().spans());
        Optional<CriticalPath> path = tree.root().map(CriticalPath::of);
        out.println(summary(arrival.trace(), tree));
        out.println();
        Set<TraceSpan> critical = path.map(CriticalPath::spans).orElse(Set.of());
        new Waterfall(tree, critical, style).lines().forEach(out::println);
        out.println(style.unicode() ? "█ on the critical path  ░ beside it" : "# on the critical path  - beside it");
        failures(tree).forEach(out::println);
        path.ifPresent(found -> path(found).forEach(out::println));
        Bottleneck.of(tree).ifPresent(found -> {
            out.println();
            out.println(style.paint(Paint.HEADING, safe(found.sentence())));
        });
        if (!arrival.missing().isEmpty()) {
            out.println();
            out.println("Not arrived yet: " + safe(String.join("; ", arrival.missing())));
        }
        out.flush();
    }

    private String summary(Trace trace, TraceTree tree) {
        long services =
                trace.spans().stream().map(TraceSpan::service).distinct().count();
        long errors = trace.spans().stream().filter(TraceSpan::isError).count();
        String length = tree.root()
                .map(root -> ", " + DurationText.of(root.span().durationNano()))
                .orElse("");
        String investigation = tree.root()
                .map(root -> root.span().attribute("sre.investigation_id"))
                .map(id -> System.lineSeparator() + "Investigation " + safe(id))
                .orElse("");
        return "Trace " + safe(trace.traceId()) + length + ", "
                + count(trace.spans().size(), "span") + " from "
                + count(services, "service") + ", " + (errors == 0 ? "no errors" : count(errors, "error"))
                + investigation;
    }

    /** Where errors began: the spans above only passed the failure on. What failed for the same reason is said once. */
    private List<String> failures(TraceTree tree) {
        List<String> lines = new ArrayList<>();
        Failure.in(tree).forEach(failure -> lines.add(failure(failure)));
        if (lines.isEmpty()) {
            return lines;
        }
        int hidden = lines.size() - MOST_FAILURES;
        List<String> shown = new ArrayList<>(List.of("", style.paint(Paint.HEADING, "Errors began here")));
        shown.addAll(lines.subList(0, Math.min(MOST_FAILURES, lines.size())));
        if (hidden > 0) {
            shown.add("  and for " + count(hidden, "more reason"));
        }
        return shown;
    }

    private String failure(Failure failure) {
        TraceSpan span = failure.spans().get(0).span();
        @Nullable String type = span.attribute("error.type");
        String why = span.statusMessage().isEmpty() ? "" : ": " + span.statusMessage();
        String more = failure.tries() == 1 ? "" : ", and " + count(failure.tries() - 1L, "more time");
        return "  " + style.paint(Paint.ERROR, safe(span.name())) + " in " + safe(span.service()) + " after "
                + DurationText.of(span.durationNano()) + safe((type == null ? "" : ", " + type) + why) + more;
    }

    /** Spans that added less than a half percent are counted together. */
    private List<String> path(CriticalPath path) {
        List<String> lines = new ArrayList<>(List.of("", style.paint(Paint.HEADING, "Critical path (own time)")));
        long rest = 0;
        int small = 0;
        for (Share share : path.shares()) {
            if (share.isAtLeast(0.5, path.totalNano())) {
                lines.add(share(share.ownNano(), path.totalNano(), safe(SpanLabel.of(share.node()))));
            } else {
                rest += share.ownNano();
                small++;
            }
        }
        if (small > 0) {
            lines.add(share(rest, path.totalNano(), "in " + count(small, "short span")));
        }
        return lines;
    }

    private static String share(long nanos, long total, String what) {
        return String.format(
                Locale.ROOT, "%10s %5s  %s", DurationText.of(nanos), DurationText.percent(nanos, total), what);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String safe(String text) {
        return style.safe(text);
    }
}
