package io.sreobservability.processor;

import static io.sreobservability.processor.DiagnosticCases.mistake;

import io.sreobservability.processor.DiagnosticCases.Case;
import java.util.stream.Stream;

/** Further mistakes: what values may become, which accessors may be called, and how methods relate to each other. */
final class RuleCases {
    private RuleCases() {}

    static Stream<Case> all() {
        return Stream.of(lookalikes(), words(), relations(), conversions(), fixedValues(), accessors())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> lookalikes() {
        return Stream.of(
                mistake(
                        "SRE020",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.user_\\u0456d\") String user) {}",
                        "The registry has no attribute `sre.user_іd`. The `і` in it is U+0456 CYRILLIC SMALL LETTER"
                                + " BYELORUSSIAN-UKRAINIAN I, which only looks like `i`. Did you mean `sre.user_id`?"),
                mistake(
                        "SRE001",
                        "@ToolSpan(/*!*/\"tool.get\\uff3fpods\") void m() {}",
                        "is U+FF3F FULLWIDTH LOW LINE, which only looks like `_`. Did you mean `tool.get_pods`?"),
                mistake(
                        "SRE001",
                        "@ToolSpan(/*!*/\"tool.x\\u202e\\n\\u200b\") void m() {}",
                        "`tool.x\\u202E\\n\\u200B` is not a span name"),
                mistake(
                        "SRE020",
                        "@ToolSpan(\"tool.x\") @FixedAttribute(key = /*!*/\"" + "k".repeat(60_000)
                                + "\", value = \"v\") void m() {}",
                        "kkk… (60000 characters)`. See docs/diagnostics.md#sre020"),
                mistake(
                        "SRE030",
                        "@ToolSpan(\"tool.x\") @ErrorWhen(/*!*/\"a" + ".a".repeat(30_000)
                                + ".\") String m() { return \"\"; }",
                        "… (60002 characters)` is not a path"));
    }

    private static Stream<Case> words() {
        return Stream.of(
                mistake(
                        "SRE010",
                        "@MemorySpan(value = /*!*/\"memory.{operation}\", strategy = \"infrastructure\") void m() {}",
                        "Nothing gives the placeholder {operation} a value; it is one of `retrieve`, `store`,"
                                + " `vector_search`, `post_process`."),
                mistake(
                        "SRE015",
                        """
                        enum Step { RETRIEVE, STORE, DELETE }
                        @MemorySpan(value = "memory.{operation}", strategy = "infrastructure")
                        void m(@SpanNamePart(/*!*/"operation") Step step) {}
                        """,
                        "Agent.Step cannot fill {operation}: its constants `DELETE` are none of the words `retrieve`, `store`,"),
                mistake("SRE015", """
                        enum Step { Retreive }
                        record Job(Step step) {}
                        @MemorySpan(value = "memory.{operation}", strategy = "infrastructure")
                        void m(@SpanNamePart(value = /*!*/"operation", from = "step()") Job job) {}
                        """, "Did you mean `retrieve`?"),
                mistake(
                        "SRE016",
                        """
                        enum Tool { GET_PODS, $SEARCH }
                        @ToolSpan("tool.{tool_name}") void m(@SpanNamePart(/*!*/"tool_name") Tool tool) {}
                        """,
                        "Agent.Tool cannot fill {tool_name}: its constants `$SEARCH` are no words of a span name."),
                mistake(
                        "SRE017",
                        """
                        @ToolSpan("tool.{tool_name}")
                        void m(@SpanNamePart(/*!*/"tool_name") @SpanAttribute("sre.user_id") String user) {}
                        """,
                        "{tool_name} takes the value that is also `sre.user_id`, which is an identifier:"),
                mistake("SRE017", """
                        record Call(String text) {}
                        @ToolSpan("tool.{tool_name}") void m(
                                @SpanNamePart(value = /*!*/"tool_name", from = "text")
                                @SpanAttribute(value = "sre.query", from = "text()") Call call) {}
                        """, "which is content:"),
                mistake("SRE017", """
                        @ToolSpan("tool.{tool_name}") void m(@SpanNamePart(/*!*/"tool_name")
                                @SpanAttribute("sre.investigation_id") String id) {}
                        """, "which is of high cardinality: it must not become part of a span name."));
    }

    private static Stream<Case> relations() {
        return Stream.of(
                mistake("SRE009", """
                        static class Base { @ToolSpan("tool.base") void call(String s) {} }
                        static class Sub extends Base { @ToolSpan(/*!*/"tool.sub") @Override void call(String s) {} }
                        """, "The method overrides Base.call(String), which is measured too"),
                mistake(
                        "SRE019",
                        """
                        interface Tool<T> { @ToolSpan("tool.any") default void call(T t) {} }
                        static class Sub implements Tool<String> {
                            @Override public void /*!*/call(String s) {}
                        }
                        """,
                        "The method overrides Tool.call(T), the span `tool.any`, but is not measured itself."),
                mistake(
                        "SRE018",
                        """
                        @ToolSpan("tool.x") void all(@SpanAttribute("sre.tool_params") String params) {}
                        @ToolSpan(/*!*/"tool.x") void none() {}
                        """,
                        "`tool.x` spans are made here without `sre.tool_params`, which Agent.all(String) sets."));
    }

    private static Stream<Case> conversions() {
        return Stream.of(
                mistake(
                        "SRE022",
                        """
                        @AgentSpan("agent.x.execute")
                        @ResultAttribute(key = /*!*/"sre.tools_invoked") java.time.Duration m() { return null; }
                        """,
                        "it cannot be set from Duration; it takes byte, short, int, long and their boxes, here for example"
                                + " with `from = \"toMillis()\"`."),
                mistake("SRE022", """
                        record Outcome(List<String> calls, boolean ok) {}
                        @AgentSpan("agent.x.execute")
                        @ResultAttribute(key = "sre.tools_invoked", from = /*!*/"calls()") Outcome m() { return null; }
                        """, "with `from = \"calls().size()\"`"),
                mistake(
                        "SRE022",
                        """
                        record User(int age, String id) {}
                        @ToolSpan("tool.x") void m(@SpanAttribute(/*!*/"sre.user_id") User user) {}
                        """,
                        "cannot be set from Agent.User; it takes String and enums, here for example with `from = \"id()\"`."),
                mistake(
                        "SRE022",
                        """
                        @MemorySpan(value = "memory.store", strategy = "infrastructure")
                        void m(@SpanAttribute(/*!*/"memory.cache_hit") int hit) {}
                        """,
                        "`memory.cache_hit` is of type boolean: it cannot be set from int; it takes boolean and Boolean."),
                mistake(
                        "SRE022",
                        """
                        <T extends List<T>> void n(T t) {}
                        interface Query { String namespace(); }
                        @ToolSpan("tool.x") void m(@SpanAttribute(/*!*/"sre.tool_params") Query query) {}
                        """,
                        "`sre.tool_params` is of type JSON: it cannot be set from Agent.Query; it takes String, enums, numbers,"
                                + " booleans, UUIDs, types of java.time, and records, Optionals, arrays, collections and maps of"
                                + " them, here for example with `from = \"namespace()\"`."),
                mistake(
                        "SRE028",
                        """
                        enum Kind { MANUAL, AUTOMATIC }
                        @AgentSpan("supervisor.investigate")
                        @ResultAttribute(key = /*!*/"sre.escalation_type") Kind m() { return null; }
                        """,
                        "`sre.escalation_type` cannot be set from Agent.Kind: its constants `AUTOMATIC` are no members, which"
                                + " are `severity_threshold`, `executive_notification`, `manual`."),
                mistake("SRE028", """
                        static class Outer { enum Kind { Manuel } Kind kind() { return null; } }
                        @AgentSpan("supervisor.investigate")
                        @ResultAttribute(key = "sre.escalation_type", from = /*!*/"kind()") Outer m() { return null; }
                        """, "Did you mean `manual`?"));
    }

    private static Stream<Case> fixedValues() {
        return Stream.of(
                mistake(
                        "SRE029",
                        "@ToolSpan(\"tool.x\") @FixedAttribute(key = \"sre.query\", value = /*!*/\"" + "x".repeat(201)
                                + "\") void m() {}",
                        "The value has 201 characters, but `sre.query` is cut at 200."),
                mistake(
                        "SRE042",
                        "@ToolSpan(\"tool.x\") @FixedAttribute(key = \"sre.tool_params\", value = /*!*/\"{a}\") void m() {}",
                        "`{a}` is not JSON, which `sre.tool_params` holds."),
                mistake(
                        "SRE023",
                        "@MemorySpan(value = \"memory.store\", strategy = \"infrastructure\")\n"
                                + "@FixedAttribute(key = /*!*/\"memory.strategy\", value = \"investigations\") void m() {}",
                        "`memory.strategy` gets a second value here."));
    }

    private static Stream<Case> accessors() {
        return Stream.of(
                mistake(
                        "SRE038",
                        "@ToolSpan(\"tool.x\")\n"
                                + "void m(@SpanAttribute(value = \"sre.query\", from = /*!*/\"toGMTString()\") java.util.Date d) {}",
                        "`toGMTString()` of Date is deprecated."),
                mistake(
                        "SRE039",
                        "@ToolSpan(\"tool.x\")\n"
                                + "void m(@SpanAttribute(value = \"sre.query\", from = /*!*/\"readLine()\") java.io.BufferedReader r) {}",
                        "`readLine()` of BufferedReader throws IOException: a path must only look at values."),
                mistake("SRE031", """
                        sealed interface Shape permits Dot {}
                        record Dot(String name) implements Shape {}
                        @ToolSpan("tool.x") void m(@SpanAttribute(value = "sre.query", from = /*!*/"name()") Shape s) {}
                        """, "Agent.Shape has no method `name()`"),
                mistake("SRE031", """
                        static class User { String getId() { return ""; } }
                        @ToolSpan("tool.x") void m(@SpanAttribute(value = "sre.query", from = /*!*/"id()") User u) {}
                        """, "Did you mean `getId()`?"),
                mistake("SRE031", """
                        record Box<T extends CharSequence>(T held) {}
                        @ToolSpan("tool.x") <T> void m(
                                @SpanAttribute(value = "sre.query", from = /*!*/"held().size()") Box<?> box) {}
                        """, "CharSequence has no method `size()`"));
    }
}
