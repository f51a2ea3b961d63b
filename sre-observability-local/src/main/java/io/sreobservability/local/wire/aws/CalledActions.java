package io.sreobservability.local.wire.aws;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What callers did, in the words of IAM policies ({@code cloudwatch:PutMetricData}): the least that a policy must allow them.
 * Calls that were let in count, whatever became of them.
 */
public final class CalledActions {
    private final Set<String> actions = ConcurrentHashMap.newKeySet();

    public void add(String action) {
        actions.add(action);
    }

    /** All so far. */
    public Set<String> all() {
        return Set.copyOf(actions);
    }
}
