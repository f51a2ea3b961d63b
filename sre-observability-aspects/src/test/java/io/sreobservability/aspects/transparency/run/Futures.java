package io.sreobservability.aspects.transparency.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The futures of a program, made anew for each run: pending, completed, failed, cancelled, of a subclass, and hostile. */
final class Futures {
    private final List<CompletableFuture<@Nullable Object>> objects = new ArrayList<>();
    private final List<CompletableFuture<Probe.@Nullable Result>> results = new ArrayList<>();
    private final List<CompletableFuture<@Nullable List<String>>> lists = new ArrayList<>();
    private final List<Probe.Promise> promises = List.of(new Probe.Promise(), new Probe.Promise());
    private final List<CompletableFuture<?>> all = new ArrayList<>();
    private final Values values;

    Futures(Values values) {
        this.values = values;
        objects.addAll(List.of(new CompletableFuture<>(), new CompletableFuture<>(), new Unobservable(), cancelled()));
        objects.add(CompletableFuture.completedFuture("done"));
        objects.add(CompletableFuture.failedFuture(values.failure(0)));
        objects.add(CompletableFuture.failedFuture(values.failure(5)));
        results.add(new CompletableFuture<>());
        lists.add(new CompletableFuture<>());
        for (int i = 0; i < 4; i++) {
            results.add(CompletableFuture.completedFuture(values.result(i)));
            lists.add(CompletableFuture.completedFuture(values.list(i)));
        }
        List.of(objects, results, lists, promises).forEach(all::addAll);
    }

    private static CompletableFuture<@Nullable Object> cancelled() {
        CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
        future.cancel(true);
        return future;
    }

    /** A future that throws when somebody wants to know of its end. */
    private static final class Unobservable extends CompletableFuture<@Nullable Object> implements Hostile {
        @Override
        public CompletableFuture<@Nullable Object> whenComplete(
                BiConsumer<? super @Nullable Object, ? super @Nullable Throwable> action) {
            throw new AssertionError("whenComplete");
        }

        @Override
        public <U> CompletableFuture<U> handle(
                java.util.function.BiFunction<? super @Nullable Object, @Nullable Throwable, ? extends U> action) {
            throw new StackOverflowError();
        }
    }

    CompletableFuture<@Nullable Object> object(int index) {
        return objects.get(index % objects.size());
    }

    CompletableFuture<Probe.@Nullable Result> result(int index) {
        return results.get(index % results.size());
    }

    CompletableFuture<@Nullable List<String>> list(int index) {
        return lists.get(index % lists.size());
    }

    Probe.Promise promise(int index) {
        return promises.get(index % promises.size());
    }

    CompletableFuture<?> any(int index) {
        return all.get(index % all.size());
    }

    List<CompletableFuture<?>> all() {
        return all;
    }

    /** Brings one to its end, if it has not come to it. */
    boolean settle(int index, int how) {
        if (how % 4 == 0) {
            return any(index).cancel(true);
        }
        if (how % 4 == 1) {
            return any(index).completeExceptionally(values.failure(how));
        }
        return switch (index % 4) {
            case 0 -> object(index).complete(values.object(how));
            case 1 -> result(0).complete(values.result(how));
            case 2 -> list(0).complete(values.list(how));
            default -> promise(index).complete(values.object(how));
        };
    }
}
