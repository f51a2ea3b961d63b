package order;

import io.sreobservability.annotations.*;
import java.util.*;
import java.util.concurrent.Callable;

/** Methods to which somebody else adds retries and transactions. */
public class Flaky {
    /** What happened, in order. */
    public static final List<String> STACKS = new ArrayList<>();

    /** How many frames the method stood on, each time. */
    public static final List<Long> DEPTHS = new ArrayList<>();

    private int failures;

    @ToolSpan("tool.flaky")
    String flaky(@SpanAttribute("sre.tool_params") String params) {
        STACKS.add("try in span " + io.opentelemetry.api.trace.Span.current().getSpanContext().isValid());
        DEPTHS.add(StackWalker.getInstance().walk(frames -> frames.count()));
        if (failures-- > 0) {
            throw new IllegalStateException("try again");
        }
        return params;
    }

    public static Map<String, Callable<Object>> calls() {
        Map<String, Callable<Object>> calls = new LinkedHashMap<>();
        calls.put("succeeds at the third try", () -> call(2));
        calls.put("fails three times", () -> {
            try {
                return call(3);
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        });
        return calls;
    }

    private static Object call(int failures) {
        Flaky flaky = new Flaky();
        flaky.failures = failures;
        return flaky.flaky("x");
    }
}
