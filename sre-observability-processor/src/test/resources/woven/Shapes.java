package com.acme;

import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.MemorySpan;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.annotations.ToolSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Methods of every shape that can be annotated. */
public class Shapes {
    record Pod(String name) {}

    enum Tool {
        LIST_PODS
    }

    record Result(boolean isError, String code) {}

    private record Hidden(String text) {}

    @AgentSpan("agent.plain.execute")
    @ResultAttribute(key = "sre.tools_invoked", from = "size()")
    public List<Pod> plain(@SpanAttribute("sre.user_id") String user, int unused) {
        return List.of(new Pod("a"), new Pod("b"));
    }

    @ToolSpan("tool.private_static_varargs")
    private static String privateStaticVarargs(long number, @SpanAttribute("sre.tool_params") String... names) {
        return "";
    }

    @ToolSpan("tool.{tool_name}")
    @ErrorWhen(value = "isError()", type = "code()")
    final Result named(@SpanNamePart("tool_name") String name) {
        return new Result(true, "E42");
    }

    @ToolSpan("tool.{tool_name}")
    <T extends Comparable<T>, R> R generic(
            @SpanNamePart("tool_name") Tool tool, T value, List<? super R> sink, Function<? super T, ? extends R> f) {
        return f.apply(value);
    }

    @ToolSpan("tool.arrays")
    static int[][] arrays(int[] a, Map<String, List<int[]>>[] b) {
        return new int[][] {a};
    }

    @ToolSpan("tool.hidden_types")
    private Hidden hiddenTypes(Hidden hidden) {
        return hidden;
    }

    @ToolSpan("tool.thrower")
    int thrower(int i) throws IOException {
        throw new IOException("no");
    }

    @ToolSpan("tool.primitives.attempt")
    static boolean primitives(
            byte a, char b, short c, @SpanAttribute("sre.attempt") int d, long e, float f, double g, boolean h) {
        return h;
    }

    interface Recall {
        @MemorySpan(value = "memory.retrieve", strategy = "infrastructure")
        @ResultAttribute(key = "memory.results_count", from = "size()")
        default List<Pod> recall(@SpanAttribute("memory.query") String query) {
            return List.of();
        }

        @ToolSpan("tool.interface_static")
        static void interfaceStatic() {}
    }

    static class RecallImpl implements Recall {
        @Override
        @SuppressWarnings("SRE019") // calls super, which is measured
        public List<Pod> recall(String query) {
            return Recall.super.recall(query);
        }
    }

    record Rcd(String text) {
        @ToolSpan("tool.record")
        String method() {
            return text;
        }
    }

    enum Constants {
        OVERRIDING {
            @Override
            int body() {
                return 2;
            }
        },
        PLAIN;

        @ToolSpan("tool.enum_constant")
        int body() {
            return 1;
        }
    }

    static class Box<T> {
        @ToolSpan("tool.type_variable")
        T same(T value) {
            return value;
        }

        class Inner<U extends Number> {
            @ToolSpan("tool.inner")
            U inner(U number, T value) {
                return number;
            }
        }
    }

    private static class Secret {
        @ToolSpan("tool.private_class")
        private static void secret() {}
    }

    static class Base {
        @ToolSpan("tool.overridden")
        Object overridden() {
            return "";
        }

        static class Sub extends Base {
            @Override
            @SuppressWarnings("SRE019") // overrides without a span, on purpose
            String overridden() {
                return "";
            }
        }
    }

    static class Bridged implements Supplier<String> {
        @Override
        @ToolSpan("tool.bridged")
        public String get() {
            return "";
        }
    }

    abstract static class Ranking<T> {
        abstract int rank(T first, T second);
    }

    /** javac adds a bridge method, with the annotation on it. */
    static class PodRanking extends Ranking<Pod> {
        @Override
        @ToolSpan("tool.generic_bridge")
        int rank(@SpanAttribute(value = "sre.tool_params", from = "name()") Pod first, Pod second) {
            return 0;
        }
    }

    sealed interface Step permits Step.Look, Step.Wait {
        @ToolSpan("tool.sealed_default")
        default String describe() {
            return "";
        }

        record Look(Pod pod) implements Step {
            @ToolSpan("tool.record_in_interface")
            <T extends Record> T with(T other) {
                return other;
            }

            @ToolSpan("tool.accessor")
            public Pod pod() {
                return pod;
            }
        }

        enum Wait implements Step {
            LONG {
                @Override
                public String describe() {
                    return "long";
                }
            }
        }
    }

    static class Graph<N extends Comparable<N>> {
        static class Edge<N, W extends Number & Comparable<W>> {
            @ToolSpan("tool.two_bounds")
            synchronized W weight(W weight, N... ends) {
                return weight;
            }
        }

        class Node {
            @ToolSpan("tool.inner_of_generic")
            protected final List<? extends N> neighbours(N self) throws IllegalStateException {
                return List.of(self);
            }
        }
    }

    private static class Promise<T> extends CompletableFuture<T> {}

    @AgentSpan("agent.async.execute")
    @ResultAttribute(key = "sre.tools_invoked", from = "size()")
    @ErrorWhen(value = "isEmpty()")
    CompletableFuture<List<Pod>> async() {
        return CompletableFuture.completedFuture(List.of());
    }

    @ToolSpan("tool.async_hidden")
    private Promise<Hidden> asyncHidden() {
        Promise<Hidden> promise = new Promise<>();
        promise.complete(new Hidden("x"));
        return promise;
    }

    @ToolSpan("tool.async_variable")
    @ErrorWhen(value = "isError()", type = "code()")
    <T extends Result, F extends CompletionStage<? extends T>> F asyncVariable(F stage) {
        return stage;
    }

    @ToolSpan("tool.depth")
    private static int measuredDepth() {
        return new Throwable().getStackTrace().length;
    }

    private static int plainDepth() {
        return new Throwable().getStackTrace().length;
    }

    private static <T> void rank(Ranking<T> ranking, T value) {
        ranking.rank(value, value);
    }

    /** Calls every method once and the overriding ones, which must not count, too; gives the number of added frames. */
    public static int run() throws Exception {
        Shapes shapes = new Shapes();
        shapes.plain("Alice", 1);
        privateStaticVarargs(5L, "a", "b");
        shapes.named("x");
        shapes.generic(Tool.LIST_PODS, "v", new ArrayList<Integer>(), text -> 3);
        arrays(new int[0], null);
        shapes.hiddenTypes(new Hidden(""));
        try {
            shapes.thrower(3);
        } catch (IOException e) {
            // The log shows it.
        }
        primitives((byte) 1, 'c', (short) 1, 2, 3L, 1f, 2d, true);
        new RecallImpl().recall("q");
        Recall.interfaceStatic();
        new Rcd("a").method();
        Constants.OVERRIDING.body();
        Constants.PLAIN.body();
        new Box<String>().same("x");
        new Box<String>().new Inner<Integer>().inner(7, "t");
        Secret.secret();
        new Base().overridden();
        new Base.Sub().overridden();
        ((Supplier<?>) new Bridged()).get();
        rank(new PodRanking(), new Pod("p"));
        new Step.Look(new Pod("p")).describe();
        Step.Wait.LONG.describe();
        new Step.Look(new Pod("p")).with(new Pod("q"));
        new Step.Look(new Pod("p")).pod();
        new Graph.Edge<String, Integer>().weight(1, "a", "b");
        new Graph<String>().new Node().neighbours("a");
        shapes.async();
        shapes.asyncHidden();
        shapes.asyncVariable(CompletableFuture.completedStage(new Result(true, "E7")));
        shapes.asyncVariable(null);
        return measuredDepth() - plainDepth();
    }
}
