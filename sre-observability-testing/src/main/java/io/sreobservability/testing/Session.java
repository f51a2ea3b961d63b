package io.sreobservability.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SelfCounters;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.testing.contract.Rule;
import io.sreobservability.testing.contract.Violation;
import io.sreobservability.testing.recording.Patience;
import io.sreobservability.testing.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One test's time with the engine: takes it over, tells what the test left behind, and gives it back as it was. */
final class Session implements AutoCloseable {
    /** The test that has the engine, of which there is one per process; empty while nobody has it. */
    private static final AtomicReference<String> OWNER = new AtomicReference<>("");

    private final Recording recording;
    private final Patience patience;
    private final RecordedTelemetry telemetry;
    private final boolean enabledBefore = SreObservability.enabled();
    private final boolean contentBefore = SreObservability.captureContent();
    private final SelfCounters countersBefore = SreObservability.selfCounters();
    private final Context contextBefore = Context.current();
    private final SreObservability.Installation installation;

    private Session(SreTelemetryExtension.Settings settings) {
        this.recording = new Recording(settings.sampler());
        this.patience = new Patience(settings.patience());
        this.telemetry = new RecordedTelemetry(recording, patience);
        this.installation = SreObservability.installTemporarily(recording.openTelemetry());
        SreObservability.setEnabled(true);
        SreObservability.setCaptureContent(settings.captureContent());
    }

    /**
     * Takes the engine.
     *
     * @param test names the test in messages
     * @throws ExtensionConfigurationException if another test has it
     */
    static Session start(SreTelemetryExtension.Settings settings, String test) {
        String other = OWNER.compareAndExchange("", test);
        if (!other.isEmpty()) {
            throw new ExtensionConfigurationException("Telemetry is being recorded by the test " + other
                    + " already, and there is one engine per process. If tests run in parallel, put @SreTelemetryTest or"
                    + " @ResourceLock(SreTelemetryExtension.RESOURCE) on their classes; if it is the same test, register"
                    + " the extension once.");
        }
        try {
            return new Session(settings);
        } catch (RuntimeException | Error notStarted) {
            OWNER.set("");
            throw notStarted;
        }
    }

    Recording recording() {
        return recording;
    }

    RecordedTelemetry telemetry() {
        return telemetry;
    }

    /** What the test left behind, seen from its own thread. */
    List<Violation> leftovers() {
        List<Violation> found = new ArrayList<>();
        patience.await(() -> recording.open().isEmpty());
        for (SpanData span : recording.open()) {
            found.add(new Violation(
                    Rule.SPAN_NOT_ENDED,
                    span.getName(),
                    "",
                    "it was started and has not ended. An asynchronous method's span ends when its future completes."));
        }
        if (!Context.current().equals(contextBefore)) {
            found.add(
                    new Violation(
                            Rule.CONTEXT_LEFT,
                            "context",
                            "",
                            "the test left another OpenTelemetry context on its thread than it found there: a Scope was not closed."));
        }
        SelfCounters counters = SreObservability.selfCounters();
        addGrowth(found, "faults", counters.faults() - countersBefore.faults());
        addGrowth(found, "staleFrames", counters.staleFrames() - countersBefore.staleFrames());
        long changed = counters.normalisedNames() - countersBefore.normalisedNames();
        if (changed > 0) {
            found.add(new Violation(
                    Rule.NAME_CHANGED,
                    "normalisedNames",
                    "",
                    "the engine changed " + changed + " span names: a part was no word of the grammar [a-z][a-z0-9_]*,"
                            + " or none of those that the name allows."));
        }
        return found;
    }

    private static void addGrowth(List<Violation> found, String counter, long growth) {
        if (growth > 0) {
            found.add(new Violation(
                    Rule.ENGINE_FAULT,
                    counter,
                    "",
                    "the engine's counter grew by " + growth + "; the log of io.sreobservability tells more."));
        }
    }

    @Override
    public void close() {
        installation.close();
        SreObservability.setEnabled(enabledBefore);
        SreObservability.setCaptureContent(contentBefore);
        recording.close();
        restoreContext();
        OWNER.set("");
    }

    /** A scope that the test forgot to close must not reach the next test on this thread. */
    @SuppressWarnings("MustBeClosedChecker") // closing it would bring the forgotten context back
    private void restoreContext() {
        if (!Context.current().equals(contextBefore)) {
            contextBefore.makeCurrent();
        }
    }
}
