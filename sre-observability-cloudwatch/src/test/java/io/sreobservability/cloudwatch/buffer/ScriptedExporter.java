package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An exporter whose receiver does what a test says. */
final class ScriptedExporter implements SpanExporter {

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<List<String>> calls = new ConcurrentLinkedQueue<>();
    private volatile Function<List<String>, CompletableResultCode> script;
    private volatile Runnable atShutdown = () -> {};

    /** An exporter that answers a call with the names of some spans by {@code script}; a success delivers them. */
    ScriptedExporter(Function<List<String>, CompletableResultCode> script) {
        this.script = script;
    }

    static CompletableResultCode take(List<String> names) {
        return CompletableResultCode.ofSuccess();
    }

    void answerBy(Function<List<String>, CompletableResultCode> newScript) {
        script = newScript;
    }

    void atShutdown(Runnable newAtShutdown) {
        atShutdown = newAtShutdown;
    }

    /** Names of the spans of all exports that succeeded, in their order. */
    List<String> delivered() {
        return delivered;
    }

    int calls() {
        return calls.size();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<String> names = spans.stream().map(SpanData::getName).toList();
        calls.add(names);
        CompletableResultCode result = script.apply(names);
        result.whenComplete(() -> {
            if (result.isSuccess()) {
                delivered.addAll(names);
            }
        });
        return result;
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        atShutdown.run();
        return CompletableResultCode.ofSuccess();
    }
}
