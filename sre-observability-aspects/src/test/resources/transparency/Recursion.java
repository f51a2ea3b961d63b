package recursion;

import io.sreobservability.annotations.*;
import java.util.*;
import java.util.function.*;

/** Recursions that only the end of the stack ends, in methods that bind little and much. */
public class Recursion {
    private static int depth;

    @ToolSpan("tool.nothing") void nothing() { depth++; nothing(); }
    @ToolSpan("tool.primitive") int primitive(int n) { depth++; return 1 + primitive(n + 1); }
    @ToolSpan("tool.wide") static double wide(long a, double b) { depth++; return 1 + wide(a + 1, b); }
    @ToolSpan("tool.{tool_name}") @ErrorWhen("isEmpty()") String bound(
            @SpanNamePart("tool_name") String tool, @SpanAttribute("sre.tool_params") Map<String, Object> params) {
        depth++;
        return bound(tool, params).trim();
    }
    @AgentSpan("agent.deep.execute") @ResultAttribute(key = "sre.tools_invoked", from = "size()") List<String> local(
            @SpanAttribute("sre.user_id") String user, List<String> sink) {
        depth++;
        int before = sink.size();
        List<String> rest = local(user, sink);
        return rest.subList(before, rest.size());
    }

    /** How deep each goes. */
    public static Map<String, Integer> depths() {
        Recursion r = new Recursion();
        Map<String, Integer> depths = new LinkedHashMap<>();
        depths.put("nothing bound: void, no parameters", of(r::nothing));
        depths.put("nothing bound: int, one parameter", of(() -> r.primitive(0)));
        depths.put("static, double, two wide parameters", of(() -> wide(0, 0)));
        depths.put("two bound parameters and result", of(() -> r.bound("a", Map.of())));
        depths.put("one bound parameter, locals, result", of(() -> r.local("a", new ArrayList<>())));
        return depths;
    }

    private static int of(Runnable recursion) {
        depth = 0;
        try {
            recursion.run();
        } catch (StackOverflowError expected) {
            return depth;
        }
        throw new IllegalStateException();
    }
}
