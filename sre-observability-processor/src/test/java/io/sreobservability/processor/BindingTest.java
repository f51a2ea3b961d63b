package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the bindings tell the engine; they are compiled under {@code -Xlint:all -Werror}, as consumers may. */
class BindingTest {
    private static Loaded agent(String members) {
        return Loaded.of(Compiling.compile(Compiling.agent(members)));
    }

    @Test
    void everythingKnownAtCompileTimeIsInThePoint() {
        Loaded agent = agent("@ToolSpan(\"tool.get_pods\") void m() {}");

        assertThat(agent.call("enter0"))
                .containsExactly(
                        "enter tool.get_pods INTERNAL component=tool/get_pods sre.tool_name=get_pods"
                                + " gen_ai.operation.name=execute_tool gen_ai.tool.name=get_pods"
                                + " !sre.investigation_id !sre.user_id +ToolExecution +ComponentError",
                        "start");
        assertThat(agent.call("exit0")).containsExactly("exit", "end");
        assertThat(agent.call("fail0", new IllegalStateException("boom"))).containsExactly("fail boom");
    }

    @Test
    void anOpenPlaceholderIsBoundAtRunTime() {
        Loaded agent = agent("""
                enum Name { GET_PODS }
                @ToolSpan("tool.{tool_name}") void a(int i, @SpanNamePart("tool_name") String name) {}
                @ToolSpan("tool.{tool_name}") void b(@SpanNamePart("tool_name") Name name) {}
                """);

        assertThat(agent.call("enter0", "x"))
                .containsExactly(
                        "enter tool.{tool_name} INTERNAL component=tool/{tool_name} sre.tool_name~{tool_name}"
                                + " gen_ai.operation.name=execute_tool gen_ai.tool.name~{tool_name}"
                                + " !sre.investigation_id !sre.user_id +ToolExecution +ComponentError",
                        "part tool_name=x",
                        "start");
        assertThat(agent.call("enter1", (Object) null)).contains("part tool_name=enum null");
    }

    @Test
    void everyValueTypeHasItsSetter() {
        Loaded agent = agent("""
                enum Type { MANUAL }
                @AgentSpan("supervisor.aggregate_results")
                @ResultAttribute(key = "sre.escalation_triggered")
                Boolean a(@SpanAttribute("sre.user_id") String user, @SpanAttribute("sre.escalation_type") Type type) { return true; }

                @AgentSpan("agent.x.execute")
                @ResultAttribute(key = "sre.tools_invoked")
                short b(@SpanAttribute("sre.tools_available") Integer tools) { return 1; }

                @ToolSpan("tool.x")
                void c(@SpanAttribute("sre.tool_params") Map<String, ? extends Object> parameters) {}

                @ToolSpan("tool.x")
                void d(@SpanAttribute("sre.tool_params") int[] parameters) {}

                @ToolSpan("tool.x")
                void e(@SpanAttribute("sre.tool_params") long parameters) {}

                @ToolSpan("tool.x")
                void f(@SpanAttribute("sre.tool_params") List<Map<String, List<Double>>> parameters) {}
                """);

        assertThat(agent.call("enter0", "Alice", null)).contains("sre.user_id=Alice", "sre.escalation_type=enum null");
        assertThat(agent.call("exit0", true)).containsExactly("exit", "sre.escalation_triggered=boolean true", "end");
        assertThat(agent.call("exit0", (Object) null)).containsExactly("exit", "end");
        assertThat(agent.call("enter1", 3)).contains("sre.tools_available=long 3");
        assertThat(agent.call("enter1", (Object) null)).hasSize(2);
        assertThat(agent.call("exit1", (short) 2)).contains("sre.tools_invoked=long 2");
        assertThat(agent.call("enter2", Map.of("a", 1))).contains("sre.tool_params=json {a=1}");
        assertThat(agent.call("enter2", (Object) null)).hasSize(2);
        assertThat(agent.call("enter4", 5L)).contains("sre.tool_params=json 5");
    }

    @Test
    void aPathIsWalkedThroughGenericsAndStopsAtNull() {
        Loaded agent = agent("""
                record User(String id, Optional<? extends User> boss) {}
                @ToolSpan("tool.x")
                <T extends User & Runnable, U extends List<T>> void m(
                        @SpanAttribute(value = "sre.user_id", from = "get().boss().get().id()") Supplier<? extends User> user,
                        T other,
                        @SpanAttribute(value = "sre.query", from = "iterator().next().id") U users) {}
                """);
        Object boss = agent.create("User", "Carol", Optional.empty());
        Object user = agent.create("User", "Alice", Optional.of(boss));
        java.util.function.Supplier<Object> supplier = () -> user;
        java.util.function.Supplier<Object> nothing = () -> null;

        assertThat(agent.call("enter0", supplier, List.of(user))).contains("sre.user_id=Carol", "sre.query=Alice");
        assertThat(agent.call("enter0", null, Arrays.asList((Object) null))).hasSize(2);
        assertThat(agent.call("enter0", nothing, null)).hasSize(2);
    }

    @Test
    void anAccessorThatThrowsCostsItsOwnValueOnly() {
        Loaded agent = agent("""
                static class Result {
                    String bad() { throw new IllegalStateException("bad"); }
                    boolean failed() { return true; }
                    int count() { return 7; }
                }
                @AgentSpan("agent.x.execute")
                @ResultAttribute(key = "sre.query", from = "bad()")
                @ResultAttribute(key = "sre.tools_invoked", from = "count()")
                @ErrorWhen(value = "failed()", type = "bad()")
                Result m(@SpanAttribute(value = "sre.user_id", from = "bad()") Result r) { return r; }
                """);
        Object result = agent.create("Result");

        assertThat(agent.call("enter0", result)).containsSubsequence("drop bad", "start");
        assertThat(agent.call("exit0", result))
                .containsExactly("exit", "drop bad", "sre.tools_invoked=long 7", "drop bad", "error null", "end");
    }

    @Test
    void failureAsAValueHasATypeOrNone() {
        Loaded agent = agent("""
                enum Code { RATE_LIMITED }
                record Result(boolean isError, Boolean boxed, Code code, String text) {}
                @ToolSpan("tool.a") @ErrorWhen("isError") Result a() { return null; }
                @ToolSpan("tool.b") @ErrorWhen(value = "boxed()", type = "code()") Result b() { return null; }
                @ToolSpan("tool.c") @ErrorWhen(value = "isError()", type = "text()") Result c() { return null; }
                """);
        Object failed = agent.create(
                "Result", true, true, agent.type("com.acme.Agent$Code").getEnumConstants()[0], "E42");
        Object fine = agent.create("Result", false, null, null, null);

        assertThat(agent.call("exit0", failed)).containsExactly("exit", "error null", "end");
        assertThat(agent.call("exit0", fine)).containsExactly("exit", "end");
        assertThat(agent.call("exit0", (Object) null)).containsExactly("exit", "end");
        assertThat(agent.call("exit1", failed)).containsExactly("exit", "error rate_limited", "end");
        assertThat(agent.call("exit1", fine)).containsExactly("exit", "end");
        assertThat(agent.call("exit2", failed)).containsExactly("exit", "error E42", "end");
    }

    @Test
    void fixedValuesAreConvertedToTheTypeOfTheirAttribute() {
        Loaded agent = agent("""
                @ToolSpan("tool.x.attempt") @FixedAttribute(key = "sre.attempt", value = "2") void a() {}
                @MemorySpan(value = "memory.retrieve", strategy = "infrastructure")
                @FixedAttribute(key = "memory.cache_hit", value = "true")
                @FixedAttribute(key = "memory.query", value = "a \\"b\\"") void b() {}
                """);

        assertThat(agent.call("enter0").get(0))
                .isEqualTo("enter tool.x.attempt INTERNAL component=tool/x sre.tool_name=x sre.attempt=2"
                        + " !sre.investigation_id !sre.user_id");
        assertThat(agent.call("enter1").get(0))
                .isEqualTo(
                        "enter memory.retrieve INTERNAL component=memory/retrieve"
                                + " gen_ai.operation.name=search_memory memory.strategy=infrastructure"
                                + " memory.cache_hit=true memory.query=a \"b\""
                                + " !sre.investigation_id !sre.user_id +MemoryOperation +ComponentError +MemoryCacheHit +MemoryCacheMiss");
    }

    @Test
    void oneParameterMayFeedSeveralAttributes() {
        Loaded agent = agent("""
                @ToolSpan("tool.{tool_name}")
                void m(@SpanNamePart("tool_name") String tool,
                        @SpanAttribute("sre.query") @SpanAttribute("sre.user_id") String all) {}
                """);

        assertThat(agent.call("enter0", "t", "x")).contains("part tool_name=t", "sre.query=x", "sre.user_id=x");
    }

    @Test
    void aClassInTheUnnamedPackageHasItsBindingThere() {
        Loaded loaded = Loaded.of(Compiling.compile(Compiling.source(
                "Plain", "class Plain { @io.sreobservability.annotations.ToolSpan(\"tool.x\") void m() {} }")));

        assertThat(loaded.callOn("Plain_SpanBinding", "exit0")).containsExactly("exit", "end");
    }

    @Test
    void useOfDeprecatedTypesIsNotHeldAgainstTheConsumer() {
        assertThat(Compiling.compile(Compiling.source("com.acme.Old", """
                                package com.acme;
                                @Deprecated(forRemoval = true)
                                public class Old { @Deprecated public String id() { return ""; } }
                                """), Compiling.agent("""
                                @SuppressWarnings({"removal", "SRE038"})
                                @ToolSpan("tool.x")
                                void m(@SpanAttribute(value = "sre.user_id", from = "id()") Old old) {}
                                """)))
                .succeededWithoutWarnings();
    }
}
