package io.sreobservability.processor;

import static io.sreobservability.processor.DiagnosticCases.mistake;

import io.sreobservability.processor.DiagnosticCases.Case;
import java.util.stream.Stream;

/** Mistakes about values that are written as JSON, and about what must not leave. */
final class JsonCases {
    private JsonCases() {}

    static Stream<Case> all() {
        return Stream.concat(refused(), redacted());
    }

    private static Case parameters(String types, String type, String text) {
        return mistake(
                "SRE022",
                types + "\n@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.tool_params\") " + type + " p) {}",
                "cannot be set from " + text);
    }

    private static Stream<Case> refused() {
        return Stream.of(
                parameters(
                        "record Query(String name, Thread owner) {}", "Query", "Agent.Query, whose `owner` is Thread;"),
                parameters(
                        "record Inner(Runnable task) {} record Query(List<Optional<Inner>> all) {}",
                        "Query",
                        "Agent.Query, whose `all.task` is Runnable;"),
                parameters("record Page<T>(T item) {}", "Page<Thread>", "Agent.Page<Thread>, whose `item` is Thread;"),
                parameters("", "byte[]", "byte[];"),
                parameters("", "char[][]", "char[][];"),
                parameters("", "Map<List<String>, String>", "Map<List<String>, String>;"),
                parameters("", "Optional<Thread>", "Optional<Thread>;"),
                parameters("static class Pods extends ArrayList<Thread> {}", "Pods", "Agent.Pods;"),
                parameters("static class Bean { private int id; }", "Bean", "Agent.Bean;"),
                mistake(
                        "SRE033",
                        """
                        private record Inner(int number) {}
                        record Query(List<Inner> inner) {}
                        @ToolSpan("tool.x") void m(@SpanAttribute(/*!*/"sre.tool_params") Query query) {}
                        """,
                        "A value is taken from Agent.Inner, but this type is not visible in package com.acme."));
    }

    private static Stream<Case> redacted() {
        return Stream.of(
                mistake(
                        "SRE045",
                        "@ToolSpan(\"tool.{tool_name}\") void m(@Redacted @SpanNamePart(/*!*/\"tool_name\") String name) {}",
                        "`name` is marked @Redacted: it cannot become part of a span name."),
                mistake(
                        "SRE045",
                        "@ToolSpan(\"tool.x.attempt\") void m(@SpanAttribute(/*!*/\"sre.attempt\") @Redacted int attempt) {}",
                        "`attempt` is marked @Redacted: it cannot be the value of `sre.attempt`, which is of type int."),
                mistake("SRE045", """
                        record Login(String user, @Redacted String token) {}
                        @ToolSpan("tool.x") void m(@SpanAttribute(value = "sre.query", from = /*!*/"token()") Login login) {}
                        """, "`token` is marked @Redacted: it cannot be read by a path."),
                mistake("SRE045", """
                        record Login(boolean failed, @Redacted String reason) {}
                        @ToolSpan("tool.x") @ErrorWhen(value = "failed()", type = /*!*/"reason()") Login m() { return null; }
                        """, "`reason` is marked @Redacted: it cannot be read by a path."),
                mistake(
                        "SRE046",
                        "@ToolSpan(\"tool.x\") void m(/*!*/@Redacted String token) {}",
                        "@Redacted has no effect here: no @SpanAttribute takes the parameter's value."),
                mistake(
                        "SRE007",
                        "void m(/*!*/@Redacted String token) {}",
                        "@Redacted has no effect without @AgentSpan"));
    }
}
