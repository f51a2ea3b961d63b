package io.sreobservability.aspects.transparency.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects that a program passes around, made anew for each run; the same index is the same object. */
final class Values {
    private final List<@Nullable Object> objects = new ArrayList<>();
    private final List<@Nullable List<String>> lists = new ArrayList<>();
    private final List<@Nullable Map<String, Object>> maps = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Probe.@Nullable Request> requests = new ArrayList<>();
    private final List<Probe.@Nullable Result> results = new ArrayList<>();
    private final List<@Nullable String> texts = new ArrayList<>();

    Values() {
        objects.addAll(List.of(new Object(), new HostileObjects.Failing(), "text", new int[] {1}, 5L));
        objects.add(null);
        lists.addAll(List.of(List.of(), List.of("a", "b"), new HostileObjects.Elements()));
        lists.add(null);
        maps.addAll(List.of(Map.of(), Map.of("password", "x", "n", 1), new HostileObjects.Entries(), nested()));
        maps.add(null);
        requests.addAll(List.<Probe.Request>of(() -> "alice", () -> null, new HostileObjects.Accessors()));
        requests.add(null);
        results.addAll(List.of(new Answer(false, ""), new Answer(true, "Timeout"), new HostileObjects.Accessors()));
        results.add(null);
        texts.addAll(List.of("get_pods", "Get Pods\n", "", "x".repeat(2_000), "\ud800 lone"));
        texts.add(null);
        addFailures();
    }

    private record Answer(boolean isError, String code) implements Probe.Result {}

    private static Map<String, Object> nested() {
        Map<String, Object> map = new HashMap<>();
        map.put("list", HostileObjects.selfContaining());
        map.put("map", map);
        map.put("failing", new HostileObjects.Failing());
        return map;
    }

    private void addFailures() {
        Throwable cause = new IOException("cause");
        Throwable withCause = new IllegalStateException("with cause", cause);
        withCause.addSuppressed(new IllegalArgumentException("suppressed"));
        failures.addAll(List.of(
                withCause,
                new IOException("checked"),
                new AssertionError("error"),
                new StackOverflowError(),
                new NoClassDefFoundError("of the program"),
                new HostileObjects.Failure(),
                new Throwable("bare", null, false, false) {
                    private static final long serialVersionUID = 1L;
                },
                new InterruptedException("not ours")));
    }

    @Nullable
    Object object(int index) {
        return objects.get(index % objects.size());
    }

    @Nullable
    List<String> list(int index) {
        return lists.get(index % lists.size());
    }

    @Nullable
    Map<String, Object> map(int index) {
        return maps.get(index % maps.size());
    }

    Throwable failure(int index) {
        return failures.get(index % failures.size());
    }

    Probe.@Nullable Request request(int index) {
        return requests.get(index % requests.size());
    }

    Probe.@Nullable Result result(int index) {
        return results.get(index % results.size());
    }

    @Nullable
    String text(int index) {
        return texts.get(index % texts.size());
    }
}
