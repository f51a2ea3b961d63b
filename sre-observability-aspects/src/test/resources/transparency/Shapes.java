package shapes;

import io.sreobservability.annotations.*;
import java.lang.invoke.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** One method of every shape, and one way to call each. Bodies tell the stack they stand on. */
public class Shapes implements Runnable {
    /** The stacks that bodies have seen since somebody last cleared the list. */
    public static final List<String> STACKS = new ArrayList<>();

    static void body() {
        StackTraceElement[] trace = Thread.currentThread().getStackTrace();
        long walked = StackWalker.getInstance().walk(frames -> frames.count());
        StringBuilder stack = new StringBuilder(walked + " " + trace.length);
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith("shapes.")) {
                stack.append(" < ").append(frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber());
            }
        }
        STACKS.add(stack.toString());
    }

    @ToolSpan("tool.public") public void publicMethod() { body(); }
    @ToolSpan("tool.private") private int privateMethod() { body(); return 1; }
    @ToolSpan("tool.protected_final") protected final String finalMethod() { body(); return ""; }
    @ToolSpan("tool.static") static void staticMethod() { body(); }
    @ToolSpan("tool.private_static") private static void privateStatic() { body(); }
    @ToolSpan("tool.synchronized") synchronized boolean synchronizedMethod() { body(); return Thread.holdsLock(this); }
    @ToolSpan("tool.static_synchronized")
    static synchronized boolean staticSynchronized() { body(); return Thread.holdsLock(Shapes.class); }
    @ToolSpan("tool.generic") <T extends Comparable<? super T>, R extends List<T>> R generic(T value, R list) { body(); return list; }
    @ToolSpan("tool.varargs") String varargs(int first, String... rest) { body(); return first + Arrays.toString(rest); }
    @ToolSpan("tool.overloaded_int") int overloaded(int x) { body(); return x; }
    @ToolSpan("tool.overloaded_long") long overloaded(long x) { body(); return x; }
    @ToolSpan("tool.run") @Override public void run() { body(); }
    @ToolSpan("tool.recursive") int recursive(int depth) { body(); return depth == 0 ? 0 : 1 + recursive(depth - 1); }
    @ToolSpan("tool.outer") void outer() { body(); this.inner(); inner(); }
    @ToolSpan("tool.inner") void inner() { body(); }
    @ToolSpan("tool.even") boolean even(int n) { body(); return n == 0 || odd(n - 1); }
    @ToolSpan("tool.odd") boolean odd(int n) { body(); return n != 0 && even(n - 1); }
    @ToolSpan("tool.caught") int caught() { try { throw new IllegalStateException(); } catch (IllegalStateException e) { body(); return 1; } finally { body(); } }
    @ToolSpan("tool.several_returns") int severalReturns(int x) { if (x == 0) { body(); return 0; } if (x == 1) { return 1; } switch (x) { case 2: return 2; default: body(); return 3; } }
    @ToolSpan("tool.never_returns") void neverReturns() { body(); throw new UnsupportedOperationException(); }
    @ToolSpan("tool.byte") byte aByte(byte x) { body(); return x; }
    @ToolSpan("tool.short") short aShort(short x) { body(); return x; }
    @ToolSpan("tool.char") char aChar(char x) { body(); return x; }
    @ToolSpan("tool.float") float aFloat(float x) { body(); return x; }
    @ToolSpan("tool.double") double aDouble(double x) { body(); return x; }
    @ToolSpan("tool.arrays") long[][] arrays(long[] one, Object[]... more) { body(); return new long[][] {one}; }
    @ToolSpan("tool.many") double many(
            long a, double b, long c, double d, long e, double f, long g, double h, long i, double j, long k, double l,
            long m, double n, long o, double p, @SpanAttribute("sre.tool_params") String q, Object... r) { body(); return b + p; }
    @MemorySpan(value = "memory.retrieve", strategy = "investigations")
    @ResultAttribute(key = "memory.results_count", from = "size()")
    CompletionStage<List<String>> asynchronous(CompletionStage<List<String>> stage) { body(); return stage; }
    @ToolSpan("tool.large") int large(int sum) { body(); FILLER return sum; }

    interface Told {
        @ToolSpan("tool.default") default String told() { body(); return name() + hidden(); }
        @ToolSpan("tool.interface_static") static void all() { body(); }
        @ToolSpan("tool.interface_private") private String hidden() { body(); return ""; }
        String name();
    }
    static class ToldByClass implements Told { public String name() { return "class"; } }
    record ToldByRecord(String name) implements Told {}
    enum ToldByEnum implements Told { A, B { public String other() { return ""; } } }
    static class ToldAgain implements Told {
        public String name() { return "again"; }
        @Override @SuppressWarnings("SRE019") public String told() { body(); return Told.super.told(); }
    }

    record Rec(int x) {
        @ToolSpan("tool.record") int twice() { body(); return 2 * x; }
        @ToolSpan("tool.record_accessor") public int x() { body(); return x; }
    }
    enum Level {
        LOW, HIGH { @Override @SuppressWarnings("SRE019") int rank() { body(); return 2; } },
        HIGHER { @Override @SuppressWarnings("SRE019") int rank() { body(); return 2 + super.rank(); } };
        @ToolSpan("tool.enum") int rank() { body(); return 1; }
    }
    static class Nested { @ToolSpan("tool.nested") void call() { body(); } }
    private static class Hidden { @ToolSpan("tool.hidden") private void call() { body(); } }
    class Inner { class Deeper { @ToolSpan("tool.deeper") void call() { body(); publicMethod(); } } }

    static class Base {
        @ToolSpan("tool.base") void both() { body(); }
        @ToolSpan("tool.base_only") void baseOnly() { body(); }
        void subOnly() { body(); }
        @ToolSpan("tool.replaced") void replaced() { body(); }
        Base() { inConstructor(); }
        @ToolSpan("tool.in_constructor") void inConstructor() { body(); }
    }
    @SuppressWarnings("SRE019")
    static class Sub extends Base {
        @Override @ToolSpan("tool.sub") void both() { body(); super.both(); }
        @Override void baseOnly() { body(); super.baseOnly(); }
        @Override @ToolSpan("tool.sub_only") void subOnly() { body(); super.subOnly(); }
        @Override @ToolSpan("tool.replacing") void replaced() { body(); }
    }
    abstract static class Ranking<T> { abstract Object rank(T value); }
    static class Words extends Ranking<String> { @Override @ToolSpan("tool.bridged") String rank(String value) { body(); return value; } }
    static class Counter implements Comparable<Counter>, Supplier<Integer> {
        @Override @ToolSpan("tool.compare") public int compareTo(Counter other) { body(); return 0; }
        @Override @ToolSpan("tool.supply") public Integer get() { body(); return 1; }
    }
    static class Box<T extends Number> { @ToolSpan("tool.boxed") <U extends T> T same(U value) { body(); return value; } }

    private static <T> void rank(Ranking<T> ranking, T value) { ranking.rank(value); }

    private static Object handle(Shapes shapes) throws Throwable {
        return MethodHandles.lookup().findVirtual(Shapes.class, "overloaded", MethodType.methodType(int.class, int.class)).invoke(shapes, 1);
    }

    /** Calls by name. */
    public static Map<String, Callable<Object>> calls() {
        Shapes s = new Shapes();
        Map<String, Callable<Object>> calls = new LinkedHashMap<>();
        calls.put("public", () -> { s.publicMethod(); return null; });
        calls.put("private", s::privateMethod);
        calls.put("final", s::finalMethod);
        calls.put("static", () -> { staticMethod(); return null; });
        calls.put("private static", () -> { privateStatic(); return null; });
        calls.put("synchronized", s::synchronizedMethod);
        calls.put("static synchronized", Shapes::staticSynchronized);
        calls.put("generic", () -> s.generic("a", new ArrayList<>()));
        calls.put("varargs: none", () -> s.varargs(1));
        calls.put("varargs: some", () -> s.varargs(1, "a", "b"));
        calls.put("varargs: null", () -> s.varargs(1, (String[]) null));
        calls.put("overloads", () -> s.overloaded(1) + s.overloaded(2L));
        calls.put("by its interface", () -> { ((Runnable) s).run(); return null; });
        calls.put("by reflection", () -> Shapes.class.getDeclaredMethod("overloaded", int.class).invoke(s, 1));
        calls.put("by method handle", () -> { try { return handle(s); } catch (Throwable t) { throw new AssertionError(t); } });
        calls.put("on another thread", () -> { Thread t = new Thread(s); t.start(); t.join(); return null; });
        calls.put("recursion", () -> s.recursive(3));
        calls.put("mutual recursion", () -> s.even(3));
        calls.put("self-invocation", () -> { s.outer(); return null; });
        calls.put("try, catch, finally", s::caught);
        calls.put("several returns", () -> s.severalReturns(0) + s.severalReturns(1) + s.severalReturns(2) + s.severalReturns(3));
        calls.put("never returns", () -> { try { s.neverReturns(); return ""; } catch (UnsupportedOperationException e) { return "thrown"; } });
        calls.put("byte, short, char", () -> s.aByte((byte) 300) + s.aShort((short) 70_000) + s.aChar('\uffff'));
        calls.put("float, double", () -> Float.floatToRawIntBits(s.aFloat(Float.NaN)) + Double.doubleToRawLongBits(s.aDouble(-0.0)));
        calls.put("arrays", () -> s.arrays(new long[] {1}, new Object[0], null).length);
        calls.put("many parameters", () -> s.many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, "q", "r", 1));
        calls.put("asynchronous", () -> s.asynchronous(CompletableFuture.completedFuture(List.of())));
        calls.put("very large", () -> s.large(1));
        calls.put("interface default: class", () -> new ToldByClass().told());
        calls.put("interface default: record", () -> new ToldByRecord("r").told());
        calls.put("interface default: enum", () -> ToldByEnum.A.told() + ToldByEnum.B.told());
        calls.put("interface default: lambda", () -> { Told told = () -> "lambda"; return told.told(); });
        calls.put("interface default: by super", () -> new ToldAgain().told());
        calls.put("interface static", () -> { Told.all(); return null; });
        calls.put("record", () -> new Rec(4).twice());
        calls.put("record accessor", () -> new Rec(4).x());
        calls.put("enum", () -> Level.LOW.rank());
        calls.put("enum: overridden", () -> Level.HIGH.rank());
        calls.put("enum: overridden, calls super", () -> Level.HIGHER.rank());
        calls.put("nested", () -> { new Nested().call(); return null; });
        calls.put("private nested", () -> { new Hidden().call(); return null; });
        calls.put("inner of inner", () -> { s.new Inner().new Deeper().call(); return null; });
        calls.put("from a constructor", () -> { new Base(); return null; });
        calls.put("overridden, calls super", () -> { sub().both(); return null; });
        calls.put("overridden without annotation, calls super", () -> { sub().baseOnly(); return null; });
        calls.put("overriding alone, calls super", () -> { sub().subOnly(); return null; });
        calls.put("overriding, no super", () -> { sub().replaced(); return null; });
        calls.put("bridge of a generic class", () -> { rank(new Words(), "a"); return null; });
        calls.put("bridge of an interface", () -> { Collections.max(List.of(new Counter(), new Counter())); return null; });
        calls.put("bridge of a result", () -> ((Supplier<?>) new Counter()).get());
        calls.put("generic class", () -> new Box<Integer>().same(5));
        return calls;
    }

    /** Made where its constructor's span does not count. */
    private static Base sub() {
        return SUB;
    }

    private static final Base SUB = new Sub();
}
