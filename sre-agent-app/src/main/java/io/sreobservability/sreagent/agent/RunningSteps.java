package io.sreobservability.sreagent.agent;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * The threads that work on one investigation, so that all of them stop when nobody waits for it any more. LangGraph4j waits
 * for parallel branches in a way that no interrupt ends, and hands none on to them.
 */
final class RunningSteps {
    private final Set<Thread> threads = new HashSet<>();
    private boolean cancelled;

    /**
     * Runs a step on the calling thread.
     *
     * @throws CancellationException if the investigation is over
     * @throws Exception whatever the step threw
     */
    <T> T call(Callable<T> step) throws Exception {
        enter();
        try {
            return step.call();
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        if (cancelled) {
            throw new CancellationException("the investigation is over");
        }
        threads.add(Thread.currentThread());
    }

    /** Under the same lock as the interrupts: none may reach what the thread does next. */
    private synchronized void leave() {
        threads.remove(Thread.currentThread());
    }

    /** Interrupts the steps that are running, and refuses further ones. */
    synchronized void cancel() {
        cancelled = true;
        threads.forEach(Thread::interrupt);
    }
}
