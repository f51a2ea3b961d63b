package io.sreobservability.aspects.transparency.bytecode;

import io.sreobservability.aspects.transparency.bytecode.MethodCode.Call;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The methods that can be reached from some, among the given ones. A call reaches every method of its name and
 * descriptor, whatever class it is in, so that overriding methods are never missed.
 */
public final class Reachable {
    private final Map<String, List<MethodCode>> bySignature;

    /** Searches among these methods; calls of others lead nowhere. */
    public Reachable(Collection<MethodCode> methods) {
        this.bySignature =
                methods.stream().collect(Collectors.groupingBy(method -> method.name() + method.descriptor()));
    }

    /** Those methods and all that they reach. */
    public Set<MethodCode> from(Collection<MethodCode> roots) {
        Set<MethodCode> found = new LinkedHashSet<>(roots);
        Deque<MethodCode> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            for (Call call : open.remove().calls()) {
                for (MethodCode target : targets(call)) {
                    if (found.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return found;
    }

    private List<MethodCode> targets(Call call) {
        List<MethodCode> candidates = bySignature.getOrDefault(call.name() + call.descriptor(), List.of());
        boolean ownKind = call.name().equals("<init>") || call.name().equals("<clinit>");
        return ownKind
                ? candidates.stream()
                        .filter(method -> method.owner().equals(call.owner()))
                        .toList()
                : candidates;
    }
}
