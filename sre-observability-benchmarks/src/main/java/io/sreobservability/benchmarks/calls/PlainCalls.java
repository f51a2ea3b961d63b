package io.sreobservability.benchmarks.calls;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Without telemetry. */
public final class PlainCalls implements Calls {
    private static final Map<String, Object> PODS_OF_PRODUCTION = Map.of("namespace", "production");

    @Override
    public int store(String namespace) {
        return namespace.length();
    }

    @Override
    public Findings investigate(Question question) {
        return new Findings(podStatus(PODS_OF_PRODUCTION).text(), 1);
    }

    private PodStatus podStatus(Map<String, Object> parameters) {
        return new PodStatus(parameters.isEmpty(), "3 of 3 pods are ready");
    }

    @Override
    public void fail(RuntimeException failure) {
        throw failure;
    }

    @Override
    public CompletableFuture<String> search(CompletableFuture<String> answer) {
        return answer;
    }
}
