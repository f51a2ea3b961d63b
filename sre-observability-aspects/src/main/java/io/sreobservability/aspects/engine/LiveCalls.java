package io.sreobservability.aspects.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a thread's frames belong to calls that are still going on. Normally all; but when the stack overflows, exits get
 * lost, for they had no stack either. Then the thread's Java stack tells.
 */
final class LiveCalls {
    private LiveCalls() {}

    /**
     * How many of the frames, from the outermost on, have their method on the thread's stack. Frames whose exits were
     * lost lie above these.
     *
     * @param entering the point that is being entered, whose method is on the stack already and has no frame yet
     */
    static int count(@Nullable SpanFrame[] frames, int depth, @Nullable SpanPoint entering) {
        List<SpanPoint> points = new ArrayList<>(depth);
        for (int i = 0; i < depth; i++) {
            SpanFrame frame = frames[i];
            if (frame != null) {
                points.add(frame.point());
            }
        }
        List<StackWalker.StackFrame> calls = calls(points, entering);
        int live = withHeld(frames, 0, depth);
        for (int i = calls.size() - 1; i >= 0 && live < depth; i--) {
            if (points.get(live).isCall(calls.get(i))) {
                live = withHeld(frames, live + 1, depth);
            }
        }
        return live;
    }

    /** Held frames end with their holders, whatever is on the thread's stack: they live as long as what is below them. */
    private static int withHeld(@Nullable SpanFrame[] frames, int live, int depth) {
        int reached = live;
        while (reached < depth && frames[reached] instanceof HeldFrame) {
            reached++;
        }
        return reached;
    }

    /** The calls of these points' methods on the stack, innermost first, without the one that is being entered. */
    private static List<StackWalker.StackFrame> calls(List<SpanPoint> points, @Nullable SpanPoint entering) {
        List<SpanPoint> distinct = points.stream().distinct().toList();
        List<StackWalker.StackFrame> calls = StackWalker.getInstance()
                .walk(stack -> stack.filter(call -> distinct.stream().anyMatch(point -> point.isCall(call)))
                        .toList());
        boolean hasEntered = !calls.isEmpty() && entering != null && entering.isCall(calls.get(0));
        return hasEntered ? calls.subList(1, calls.size()) : calls;
    }
}
