package io.sreobservability.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated writers of JSON; compiled under {@code -Xlint:all -Werror}, as consumers may. */
class JsonBindingTest {
    private static String tool(String types, String type) {
        return types + "\n@ToolSpan(\"tool.x\") void m(@SpanAttribute(\"sre.tool_params\") " + type + " parameters) {}";
    }

    private static Loaded agent(String types, String type) {
        return Loaded.of(Compiling.compile(Compiling.agent(tool(types, type))));
    }

    private static String document(Loaded agent, Object argument) {
        List<String> log = new ArrayList<>(agent.call("enter0", new Object[] {argument}));
        assertThat(log).hasSize(3).last().isEqualTo("start");
        return log.get(1);
    }

    private static final String TYPES = """
            enum Kind { A }
            record Pod(String name, Kind kind) {}
            record Page<T, U extends Number>(T item, List<? extends T> more, U order) {}
            record Growing<T>(T value, Growing<List<T>> next) {}
            static class Pods extends ArrayList<Pod> { private static final long serialVersionUID = 1L; }
            private static class Hidden<T> extends ArrayList<T> { private static final long serialVersionUID = 1L; }
            record Holder(Hidden<String> hidden) {}
            """;

    private static final List<String> TAKEN = List.of(
            "Pod",
            "Pod[]",
            "Pod...",
            "Pod[][]",
            "List<Pod>",
            "Pods",
            "Map<String, Pod>",
            "Map<Kind, List<Pod>>",
            "Map<Integer, Pod[]>",
            "EnumMap<Kind, Pod>",
            "Optional<Pod>",
            "List<Optional<Pod>>",
            "OptionalInt",
            "OptionalLong",
            "OptionalDouble",
            "Page<Pod, Long>",
            "Page<?, ?>",
            "Page",
            "Growing<Pod>",
            "Holder",
            "Collection<? extends Pod>",
            "Map<?, ? super Pod>",
            "CharSequence",
            "StringBuilder",
            "Character",
            "char",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "Number",
            "java.util.UUID",
            "java.time.Instant",
            "java.time.Duration",
            "Map<String, Object>",
            "List<Number>",
            "Object[]",
            "Map<UUID, Object>",
            "Kind[]");

    /** A tool for each type; one compilation for all, which is much faster than one for each. */
    @Test
    void whatIsTakenCompilesOnBothCompilersWithoutAWarning(@TempDir Path folder) {
        StringBuilder members = new StringBuilder(TYPES);
        for (int i = 0; i < TAKEN.size(); i++) {
            members.append(
                    "@SuppressWarnings(\"rawtypes\") @ToolSpan(\"tool.x%1$d\") void m%1$d(@SpanAttribute(\"sre.tool_params\") %2$s p) {}\n"
                            .formatted(i, TAKEN.get(i)));
        }
        String source = Compiling.agentText(members.toString());

        assertThat(Compiling.compile(Compiling.source("com.acme.Agent", source)))
                .succeededWithoutWarnings();
        assertThat(new OnDisk(OnDisk.Kind.ECLIPSE, folder, List.of(Compiling.runTime(folder)))
                        .compile(new SpanProcessor(), List.of(), Map.of("com/acme/Agent.java", source))
                        .errors())
                .isEmpty();
    }

    @Test
    void aRecordIsWrittenComponentByComponent() {
        Loaded agent = agent("""
                enum Kind { A }
                record Pod(String name, Kind kind, int restarts, float load, char zone, Integer boxed, Object any) {}
                """, "Pod");
        Object kind = agent.type("com.acme.Agent$Kind").getEnumConstants()[0];

        assertThat(document(agent, agent.create("Pod", "web", kind, 3, 0.5f, 'a', null, 7L)))
                .isEqualTo(
                        "sre.tool_params=document {name:text web kind:enum A restarts:long 3 load:float 0.5 zone:char a"
                                + " boxed:any null any:any 7 }");
    }

    @Test
    void containersAndOptionalsAreWalkedByTheirStaticTypes() {
        Loaded agent = agent("""
                record Pod(String name) {}
                record All(List<Pod> list, Map<String, Pod> map, Optional<Pod> maybe, Pod[] array, OptionalInt first) {}
                """, "All");
        Object pod = agent.create("Pod", "a");
        Object[] array = (Object[]) java.lang.reflect.Array.newInstance(agent.type("com.acme.Agent$Pod"), 1);

        assertThat(document(
                        agent,
                        agent.create(
                                "All",
                                Arrays.asList(pod, null),
                                Map.of("k", pod),
                                Optional.empty(),
                                array,
                                OptionalInt.of(4))))
                .isEqualTo("sre.tool_params=document {list:[{name:text a }nothing ]map:{key k:{name:text a }}"
                        + "maybe:nothing array:[nothing ]first:long 4 }");
        assertThat(document(agent, agent.create("All", null, null, null, null, null)))
                .isEqualTo(
                        "sre.tool_params=document {list:nothing map:nothing maybe:nothing array:nothing first:nothing }");
    }

    @Test
    void aTypeParameterIsWhatTheUseOfTheRecordSays() {
        Loaded agent = agent("record Pod(String name) {}\nrecord Page<T>(T item, Page<String> next) {}", "Page<Pod>");

        assertThat(document(agent, agent.create("Page", agent.create("Pod", "a"), agent.create("Page", "text", null))))
                .isEqualTo("sre.tool_params=document {item:{name:text a }next:{item:text text next:nothing }}");
    }

    @Test
    void whatIsMarkedIsNotRead() {
        Loaded agent = agent(
                "record Login(String user, @Redacted Thread token) { public Thread token() { throw new AssertionError(); } }",
                "Login");

        assertThat(document(agent, agent.create("Login", "alice", null)))
                .isEqualTo("sre.tool_params=document {user:text alice token:redacted }");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMarkIsSeenInAClassFileToo(boolean eclipse, @TempDir Path folder) throws Exception {
        Path runTime = Compiling.runTime(folder);
        Path login = folder.resolve("login");
        OnDisk.Kind kind = eclipse ? OnDisk.Kind.ECLIPSE : OnDisk.Kind.JAVAC;
        new OnDisk(kind, folder, List.of(runTime)).compileTo(login, Map.of("com/acme/Login.java", """
                                package com.acme;
                                public record Login(@io.sreobservability.annotations.Redacted String token) {}
                                """));

        assertThat(new OnDisk(kind, folder, List.of(runTime, login))
                        .compile(
                                new SpanProcessor(),
                                List.of(),
                                Map.of(
                                        "com/acme/Agent.java",
                                        Compiling.agentText(
                                                "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.query\", from ="
                                                        + " \"token()\") Login login) {}")))
                        .ours())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.getMessage(java.util.Locale.ROOT)).startsWith("[SRE045]"));
    }

    @Test
    void theAttributeOfAMarkedParameterIsFixed() {
        Loaded agent = agent("""
                @ToolSpan("tool.y") void n(@Redacted @SpanAttribute("sre.tool_params") Thread t,
                        @SpanAttribute(value = "sre.user_id", from = "any") @Redacted Object user) {}
                """, "String");

        assertThat(agent.call("enter0").get(0)).contains("sre.tool_params=\"[REDACTED]\" sre.user_id=[REDACTED]");
    }

    @Test
    void nothingIsReadWhileContentIsOffAndWhatThrowsCostsItsAttribute() throws Exception {
        String types = """
                record Bad(String name) { public String name() { throw new IllegalStateException("read"); } }
                @ToolSpan("tool.y") void n(@SpanAttribute(value = "sre.query", from = "name()") Bad bad) {}
                """;
        Compilation compilation = Compiling.compile(Compiling.agent(tool(types, "Bad")));
        Loaded agent = Loaded.of(compilation);
        Object bad = agent.create("Bad", "x");

        assertThat(agent.call("enter1", bad)).contains("drop read", "start");
        agent.type("io.sreobservability.aspects.engine.SpanEngine")
                .getField("captureContent")
                .set(null, false);
        assertThat(agent.call("enter0", bad)).hasSize(2);
        assertThat(agent.call("enter1", bad)).hasSize(2);
    }
}
