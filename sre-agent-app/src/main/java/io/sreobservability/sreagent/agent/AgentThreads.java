package io.sreobservability.sreagent.agent;

import io.opentelemetry.context.Context;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of an investigation. */
final class AgentThreads {
    private AgentThreads() {}

    /** Daemons that carry the current span over, so that what they do stays in the trace of whoever sent them. */
    static ExecutorService open() {
        return Context.taskWrapping(Executors.newCachedThreadPool(daemons()));
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "sre-agent-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
