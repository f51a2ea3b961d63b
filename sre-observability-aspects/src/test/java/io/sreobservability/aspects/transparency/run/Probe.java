package io.sreobservability.aspects.transparency.run;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program under test calls: for its decisions, its values, its effects and its observations. */
public final class Probe {
    private static final int MOST_CALLS = 25;
    private static final ClassLoader[] LOADERS = {
        ClassLoader.getPlatformClassLoader(), new URLClassLoader(new URL[0], null), null
    };

    /** A parameter that is read by an accessor. */
    public interface Request {
        /** Whose request it is. */
        @Nullable
        String user();
    }

    /** A result that may report a failure. */
    public interface Result {
        /** Whether it does. */
        boolean isError();

        /** Which one. */
        @Nullable
        String code();
    }

    /** A future of the program's own. */
    public static final class Promise extends CompletableFuture<@Nullable Object> {}

    private final Observations seen = new Observations();
    private final Values values = new Values();
    private final Set<String> places = ConcurrentHashMap.newKeySet();
    private final Random decisions;
    private final Surroundings surroundings;
    private final Futures futures = new Futures(values);
    private @Nullable ExecutorService child;
    private Object[] monitors = {};
    private int calls;

    Probe(long seed, Surroundings surroundings) {
        this.decisions = new Random(seed);
        this.surroundings = surroundings;
    }

    /** Names the objects that the program locks. */
    public void locks(Object... all) {
        monitors = all;
    }

    /** A method of the program begins; {@code false} asks it to return at once, so that every program ends. */
    public boolean enter(String method) {
        here(method);
        return calls++ < MOST_CALLS;
    }

    /** Notes everything that surrounds the caller. */
    public void here(String place) {
        Thread thread = Thread.currentThread();
        // Reading whole stacks is slow: every place has it done once, and tells its depth each time.
        String stack = places.add(place) ? Frames.here() : String.valueOf(Frames.depth());
        seen.add(
                place,
                "interrupted " + thread.isInterrupted() + ", loader " + seen.identity(thread.getContextClassLoader())
                        + ", context " + surroundings.marker() + ", stack " + stack);
    }

    /** Notes a value and passes it on. */
    public <T extends @Nullable Object> T see(String place, T value) {
        seen.add(place, "value " + seen.identity(value));
        here(place);
        return value;
    }

    /** Notes what a program has caught. */
    public void caught(String place, Throwable thrown) {
        seen.add(place, "caught " + seen.throwable(thrown));
        here(place);
    }

    /** Notes whether the thread holds a monitor. */
    public void holds(String place, Object monitor) {
        seen.add(place, "holds " + Thread.holdsLock(monitor));
    }

    /** A decision that both twins make alike. */
    public boolean coin() {
        return decisions.nextBoolean();
    }

    /** A number below a bound, the same for both twins. */
    public int pick(int bound) {
        return decisions.nextInt(bound);
    }

    /** An object, among them hostile ones and {@code null}. */
    public @Nullable Object object() {
        return values.object(pick(100));
    }

    /** A list, among them a hostile one and {@code null}. */
    public @Nullable List<String> list() {
        return values.list(pick(100));
    }

    /** A map, among them hostile ones and {@code null}. */
    public @Nullable Map<String, Object> map() {
        return values.map(pick(100));
    }

    /** A text, among them unusual ones and {@code null}. */
    public @Nullable String text() {
        return values.text(pick(100));
    }

    /** A request, among them a hostile one and {@code null}. */
    public @Nullable Request request() {
        return values.request(pick(100));
    }

    /** A result, among them failures, a hostile one and {@code null}. */
    public @Nullable Result result() {
        return values.result(pick(100));
    }

    /** Something to throw. */
    public Throwable failure() {
        return values.failure(pick(100));
    }

    /** A new thing to throw, which knows where it was made. */
    public Throwable failure(@Nullable Throwable cause) {
        Throwable made = coin() ? new IllegalStateException("new", cause) : new LinkageError("new", cause);
        made.addSuppressed(failure());
        return made;
    }

    /** A future that several methods share, or {@code null}. */
    public @Nullable CompletableFuture<@Nullable Object> future() {
        return pick(8) == 0 ? null : futures.object(pick(100));
    }

    /** A future of a result that may be a failure. */
    public CompletableFuture<@Nullable Result> futureResult() {
        return futures.result(pick(100));
    }

    /** A future of a list. */
    public CompletableFuture<@Nullable List<String>> futureList() {
        return futures.list(pick(100));
    }

    /** A future of a class of the program. */
    public Promise promise() {
        return futures.promise(pick(100));
    }

    /** Completes, fails or cancels some future, which may have ended before. */
    public void settle(String place) {
        seen.add(place, "settled " + futures.settle(pick(100), pick(100)));
    }

    /** Has something run when some future ends. */
    public void depend(String place) {
        CompletableFuture<?> future = futures.any(pick(100));
        if (future instanceof Hostile) {
            return;
        }
        see(place, future.whenComplete((value, thrown) -> here(place + " dependent")));
    }

    /** Interrupts the calling thread. */
    public void interrupt() {
        Thread.currentThread().interrupt();
    }

    /** Takes the calling thread's interrupt away and notes whether there was one. */
    public void clearInterrupt(String place) {
        seen.add(place, "was interrupted " + Thread.interrupted());
    }

    /** Changes the calling thread's context class loader. */
    public void changeLoader() {
        Thread.currentThread().setContextClassLoader(LOADERS[pick(LOADERS.length)]);
    }

    /** A context with a value of the program becomes current until it is closed. */
    public AutoCloseable scope() {
        return surroundings.scope(pick(1_000));
    }

    /** Runs something and notes whether the context after it is the one before. */
    public void around(String place, Action action) throws Throwable {
        Object before = surroundings.context();
        try {
            action.run();
        } finally {
            seen.add(place, "context kept " + (before == surroundings.context()));
        }
    }

    /** Switches telemetry, in one of several ways. */
    public void switchTelemetry() {
        surroundings.switchTelemetry(pick(1_000));
    }

    /** Runs something on another thread and waits for it; on this one if it would wait for the caller in turn. */
    public void child(String place, Action action) throws Throwable {
        if (Thread.currentThread().getName().equals("child")
                || Stream.of(monitors).anyMatch(Thread::holdsLock)) {
            around(place, action);
            return;
        }
        ExecutorService executor = child;
        if (executor == null) {
            executor = Executors.newSingleThreadExecutor(work -> new Thread(null, work, "child", Runner.STACK_BYTES));
            child = executor;
        }
        boolean interrupted = Thread.interrupted();
        join(executor, place, action);
        if (interrupted) {
            interrupt();
        }
    }

    private void join(ExecutorService executor, String place, Action action) throws Throwable {
        try {
            executor.submit(() -> {
                        onChild(place, action);
                        return null;
                    })
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private void onChild(String place, Action action) throws Exception {
        try {
            around(place, action);
        } catch (Throwable thrown) {
            caught(place, thrown);
        }
    }

    /** Runs the program and gives what was seen, with what is left on its threads. */
    List<String> observe(Program program) {
        try {
            around("run", () -> program.run(this));
        } catch (Throwable thrown) {
            seen.add("run", "ended with " + seen.throwable(thrown));
        }
        here("after the run");
        for (CompletableFuture<?> future : futures.all()) {
            seen.add(
                    "after the run",
                    "done " + future.isDone() + ", cancelled " + future.isCancelled() + ", failed "
                            + future.isCompletedExceptionally());
        }
        leaveChild();
        return seen.lines();
    }

    private void leaveChild() {
        if (child != null) {
            Thread.interrupted();
            try {
                child("after the run", () -> here("child after the run"));
            } catch (Throwable thrown) {
                seen.add("after the run", "child " + seen.throwable(thrown));
            }
            child.shutdownNow();
        }
    }
}
