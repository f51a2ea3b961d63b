package io.sreobservability.local.wire.fault;

import io.sreobservability.local.wire.http.Conversation;
import java.util.ArrayDeque;
import java.util.Deque;

/** Conversations that nobody answers. They hold a connection each and no thread, so the server goes on serving others. */
final class BlackHole {
    private static final int DEPTH = 1024;

    private final Deque<Conversation> fallen = new ArrayDeque<>();

    /** Keeps it open and silent; the oldest is cut when there are too many. */
    synchronized void swallow(Conversation conversation) {
        fallen.addLast(conversation);
        if (fallen.size() > DEPTH) {
            fallen.removeFirst().close();
        }
    }

    /** Cuts all of them. */
    synchronized void release() {
        fallen.forEach(Conversation::close);
        fallen.clear();
    }
}
