package io.sreobservability.processor;

import io.sreobservability.processor.diagnostic.Message;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * One mistake each. The mark {@code /*!*}{@code /} in the source stands right before the place to which the diagnostic
 * must point.
 */
final class DiagnosticCases {
    /** Where the diagnostic must point; a comment to the compiler. */
    static final String MARK = "/*!*/";

    /**
     * A mistake.
     *
     * @param code the code of the only diagnostic
     * @param members the members of {@code com.acme.Agent}
     * @param text what the diagnostic must say
     */
    record Case(String code, String members, String text) {
        /** Whether the place is one that the Eclipse compiler can name: it cannot for components of records. */
        boolean hasPlaceOnEclipse() {
            return !members.startsWith("record User(@");
        }

        /** What the compiler calls a finding of the code's level. */
        Diagnostic.Kind kind() {
            Message message = Arrays.stream(Message.values())
                    .filter(candidate -> candidate.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            return Diagnostic.Kind.valueOf(message.level().name());
        }

        @Override
        public String toString() {
            return code + " "
                    + members.strip().substring(0, Math.min(members.strip().length(), 120));
        }
    }

    /** The Eclipse compiler starts no processor for annotated components of records alone. */
    private static final String ANNOTATED = "@ToolSpan(\"tool.x\") void m() {}";

    private DiagnosticCases() {}

    static Stream<Case> all() {
        return Stream.of(names(), shapes(), placeholders(), attributes(), paths(), RuleCases.all(), JsonCases.all())
                .flatMap(cases -> cases);
    }

    static Case mistake(String code, String members, String text) {
        return new Case(code, members, text);
    }

    private static Stream<Case> names() {
        return Stream.of(
                mistake(
                        "SRE001",
                        "@ToolSpan(/*!*/\"tool.GetPods\") void m() {}",
                        "`tool.GetPods` is not a span name: words of lower-case letters, digits and underscores, joined"
                                + " by dots. Did you mean `tool.get_pods`? See docs/diagnostics.md#sre001"),
                mistake("SRE001", "@ToolSpan(/*!*/\"\") void m() {}", "`` is not a span name"),
                mistake("SRE001", "@ToolSpan(/*!*/\"<error>\") void m() {}", "`<error>` is not a span name"),
                mistake(
                        "SRE001",
                        "@MemorySpan(value = /*!*/\"Memory.Retreive\", strategy = \"infrastructure\") void m() {}",
                        "Did you mean `memory.retrieve`?"),
                mistake(
                        "SRE001",
                        "static final String NAME = \"agent.K8s-Expert.execute\";\n"
                                + "@AgentSpan(/*!*/NAME) void m() {}",
                        "Did you mean `agent.k8s_expert.execute`?"),
                mistake(
                        "SRE002",
                        "@ToolSpan(/*!*/\"tool." + "x".repeat(124) + "\") void m() {}",
                        "The span name has 129 characters; at most 128 are allowed."),
                mistake(
                        "SRE003",
                        "@AgentSpan(/*!*/\"supervisor.route_desicion\") void m() {}",
                        "`supervisor.route_desicion` is no name of the standard. @AgentSpan takes"
                                + " `supervisor.{operation}`, `agent.{agent_name}.execute`."
                                + " Did you mean `supervisor.route_decision`?"),
                mistake(
                        "SRE003",
                        "@AgentSpan(/*!*/\"agent.kubernetes\") void m() {}",
                        "Did you mean `agent.kubernetes.execute`?"),
                mistake("SRE003", "@ToolSpan(/*!*/\"tools.get.pods\") void m() {}", "Did you mean `tool.get_pods`?"),
                mistake(
                        "SRE003",
                        "@ToolSpan(/*!*/\"tool.{name}\") void m(@SpanNamePart(\"name\") String n) {}",
                        "is no name of the standard. @ToolSpan takes `tool.{tool_name}`,"
                                + " `tool.{tool_name}.attempt`. Did you mean `tool.{tool_name}`?"),
                mistake(
                        "SRE003",
                        "@ToolSpan(/*!*/\"weather\") void m() {}",
                        "`weather` is no name of the standard. @ToolSpan takes `tool.{tool_name}`,"
                                + " `tool.{tool_name}.attempt`. See docs"),
                mistake(
                        "SRE004",
                        "@ToolSpan(/*!*/\"supervisor.investigate\") void m() {}",
                        "`supervisor.investigate` is a name for @AgentSpan, not for @ToolSpan."));
    }

    private static Stream<Case> shapes() {
        return Stream.of(
                mistake(
                        "SRE005",
                        "@ToolSpan(\"tool.x\") @AgentSpan(\"agent.x.execute\") void m() {}",
                        "One method is one span, but this one carries @AgentSpan and @ToolSpan."),
                mistake(
                        "SRE006",
                        "interface I { @ToolSpan(/*!*/\"tool.x\") void m(); }",
                        "The method is abstract: there is no body to measure."),
                mistake("SRE006", "@ToolSpan(/*!*/\"tool.x\") native void m();", "The method is native"),
                mistake(
                        "SRE007",
                        "void m(@SpanAttribute(/*!*/\"sre.user_id\") String user) {}",
                        "@SpanAttribute has no effect without @AgentSpan, @ToolSpan or @MemorySpan on the method."),
                mistake(
                        "SRE007",
                        "@ErrorWhen(/*!*/\"isEmpty()\") String m() { return \"\"; }",
                        "@ErrorWhen has no effect"),
                mistake(
                        "SRE007",
                        "@FixedAttribute(key = /*!*/\"sre.attempt\", value = \"1\") void m() {}",
                        "@FixedAttribute has no effect"),
                mistake(
                        "SRE007",
                        "void m(@SpanNamePart(/*!*/\"tool_name\") String name) {}",
                        "@SpanNamePart has no effect"),
                mistake(
                        "SRE007",
                        "Agent(@SpanAttribute(/*!*/\"sre.user_id\") String user) {}",
                        "@SpanAttribute has no effect"),
                mistake(
                        "SRE007",
                        "record User(@SpanAttribute(/*!*/\"sre.user_id\") String id) {} " + ANNOTATED,
                        "@SpanAttribute has no effect"),
                mistake(
                        "SRE007",
                        "record User(@SpanAttribute(/*!*/\"sre.user_id\") String id) { User { id.strip(); } } "
                                + ANNOTATED,
                        "@SpanAttribute has no effect"),
                mistake(
                        "SRE008",
                        "@ToolSpan(/*!*/\"tool.x\") java.util.concurrent.Flow.Publisher<String> m() { return null; }",
                        "The method returns Flow.Publisher<String>: its span ends when the method returns, which may be before"
                                + " the work is done."),
                mistake(
                        "SRE008",
                        "@ToolSpan(/*!*/\"tool.x\") java.util.stream.IntStream m() { return null; }",
                        "The method returns IntStream: its span ends when the method returns"),
                mistake(
                        "SRE008",
                        "@ToolSpan(/*!*/\"tool.x\") <T extends java.util.concurrent.Future<String>> T m() { return null; }",
                        "The method returns T: its span ends when the method returns"),
                mistake(
                        "SRE031",
                        "@AgentSpan(\"agent.x.execute\") @ResultAttribute(key = \"sre.tools_invoked\", from = /*!*/\"size()\")\n"
                                + "java.util.concurrent.CompletableFuture<String> m() { return null; }",
                        "String has no method `size()` without arguments that returns a value."),
                mistake(
                        "SRE034",
                        "@AgentSpan(\"agent.x.execute\") @ResultAttribute(key = /*!*/\"sre.tools_invoked\") void m() {}",
                        "@ResultAttribute needs a result, but the method returns nothing."),
                mistake(
                        "SRE034",
                        "@ToolSpan(\"tool.x\") @ErrorWhen(/*!*/\"isError()\") void m() {}",
                        "@ErrorWhen needs a result"));
    }

    private static Stream<Case> placeholders() {
        return Stream.of(
                mistake(
                        "SRE010",
                        "@ToolSpan(/*!*/\"tool.{tool_name}\") void m(String name) {}",
                        "Nothing gives the placeholder {tool_name} a value."),
                mistake(
                        "SRE011",
                        "@ToolSpan(\"tool.{tool_name}\") void m(@SpanNamePart(\"tool_name\") String a,\n"
                                + "@SpanNamePart(/*!*/\"tool_nam\") String b) {}",
                        "The span name `tool.{tool_name}` has no placeholder {tool_nam}. Did you mean `tool_name`?"),
                mistake(
                        "SRE012",
                        "@ToolSpan(\"tool.{tool_name}\") void m(@SpanNamePart(\"tool_name\") String a,\n"
                                + "@SpanNamePart(/*!*/\"tool_name\") String b) {}",
                        "The placeholder {tool_name} gets a second value here."),
                mistake(
                        "SRE013",
                        "@ToolSpan(\"tool.{tool_name}\") void m(@SpanNamePart(value = \"tool_name\", from = /*!*/\"size()\")"
                                + " List<String> names) {}",
                        "A name part must be a String or an enum, not int."),
                mistake(
                        "SRE014",
                        "@AgentSpan(/*!*/\"supervisor.{operation}\") void m(@SpanNamePart(\"operation\") String o) {}",
                        "{operation} must be written out, for the metric AgentInvocation depends on the word: it is one of"
                                + " `investigate`, `analyze_query`,"
                                + " `route_decision`, `aggregate_results`."));
    }

    private static Stream<Case> attributes() {
        return Stream.of(
                mistake(
                        "SRE020",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"user_id\") String user) {}",
                        "The registry has no attribute `user_id`. Did you mean `sre.user_id`?"),
                mistake(
                        "SRE020",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.colour\") String user) {}",
                        "The registry has no attribute `sre.colour`."),
                mistake(
                        "SRE020",
                        "@ToolSpan(\"tool.x\") void m(\n@SpanAttribute(\"sre.user_id\")\n"
                                + "@SpanAttribute(/*!*/\"sre.colour\") String user) {}",
                        "The registry has no attribute `sre.colour`."),
                mistake("SRE020", """
                        @AgentSpan("agent.x.execute")
                        @ResultAttribute(key = "sre.tools_invoked")
                        @ResultAttribute(key = /*!*/"sre.tools_available_now") int m() { return 1; }
                        """, "Did you mean `sre.tools_available`?"),
                mistake(
                        "SRE021",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"memory.query\") String query) {}",
                        "`memory.query` does not belong to `tool.{tool_name}` spans, but to `memory.{operation}`."),
                mistake(
                        "SRE022",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.user_id\") StringBuilder user) {}",
                        "`sre.user_id` is of type string: it cannot be set from StringBuilder; it takes String"
                                + " and enums, here for example with `from = \"toString()\"`."),
                mistake(
                        "SRE022",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.user_id\") CharSequence user) {}",
                        "cannot be set from CharSequence"),
                mistake(
                        "SRE022",
                        "@AgentSpan(\"agent.x.execute\")\n"
                                + "@ResultAttribute(key = \"sre.tools_invoked\", from = /*!*/\"toString()\") Object m() { return 1; }",
                        "`sre.tools_invoked` is of type int: it cannot be set from String; it takes byte,"),
                mistake(
                        "SRE022",
                        "@AgentSpan(\"agent.x.execute\")\n"
                                + "@ResultAttribute(key = /*!*/\"sre.tools_invoked\") double m() { return 1; }",
                        "cannot be set from double"),
                mistake(
                        "SRE022",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.tool_params\") List<Thread> p) {}",
                        "`sre.tool_params` is of type JSON: it cannot be set from List<Thread>"),
                mistake(
                        "SRE022",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.tool_params\") Object p) {}",
                        "cannot be set from Object"),
                mistake(
                        "SRE023",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(\"sre.user_id\") String a,\n"
                                + "@SpanAttribute(/*!*/\"sre.user_id\") String b) {}",
                        "`sre.user_id` gets a second value here."),
                mistake(
                        "SRE024",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.tool_name\") String name) {}",
                        "`sre.tool_name` is set by the library: it follows from the span name."),
                mistake(
                        "SRE024",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"session.id\") String id) {}",
                        "`session.id` is set by the library: it gets the value of `sre.session_id`."),
                mistake(
                        "SRE024",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(/*!*/\"sre.timestamp\") String time) {}",
                        "`sre.timestamp` is set by the library: it is the start of the span."),
                mistake(
                        "SRE024",
                        "@ToolSpan(\"tool.x\") @FixedAttribute(key = /*!*/\"error.type\", value = \"x\") void m() {}",
                        "it comes from the exception or from @ErrorWhen"),
                mistake(
                        "SRE025",
                        "@ToolSpan(/*!*/\"tool.x.attempt\") void m() {}",
                        "`tool.{tool_name}.attempt` spans need `sre.attempt`: The number of this try, counted from 1."),
                mistake(
                        "SRE025",
                        "@MemorySpan(/*!*/\"memory.store\") void m() {}",
                        "`memory.{operation}` spans need `memory.strategy`"),
                mistake(
                        "SRE026",
                        "@ToolSpan(\"tool.x.attempt\")\n"
                                + "@FixedAttribute(key = \"sre.attempt\", value = /*!*/\"first\") void m() {}",
                        "`first` is not a value for `sre.attempt`, which is of type int."),
                mistake(
                        "SRE026",
                        "@MemorySpan(value = \"memory.retrieve\", strategy = \"infrastructure\")\n"
                                + "@FixedAttribute(key = \"memory.cache_hit\", value = /*!*/\"yes\") void m() {}",
                        "`yes` is not a value for `memory.cache_hit`, which is of type boolean."),
                mistake(
                        "SRE027",
                        "@MemorySpan(value = \"memory.store\", strategy = /*!*/\"user_preference\") void m() {}",
                        "`user_preference` is not a member of `memory.strategy`: `user_preferences`, `infrastructure`,"
                                + " `investigations`. Did you mean `user_preferences`?"));
    }

    private static Stream<Case> paths() {
        return Stream.of(
                mistake(
                        "SRE030",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.user_id\", from = /*!*/\"get(0)\")"
                                + " List<String> users) {}",
                        "`get(0)` is not a path"),
                mistake(
                        "SRE030",
                        "@ToolSpan(\"tool.x\") @ErrorWhen(/*!*/\"!isEmpty()\") String m() { return \"\"; }",
                        "is not a path"),
                mistake(
                        "SRE031",
                        "@AgentSpan(\"agent.x.execute\")\n"
                                + "@ResultAttribute(key = \"sre.tools_invoked\", from = /*!*/\"siz()\") List<String> m() { return null; }",
                        "List<String> has no method `siz()` without arguments that returns a value. Did you mean `size()`?"),
                mistake(
                        "SRE031",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.user_id\", from = /*!*/\"id()\") int user) {}",
                        "int has no method `id()`"),
                mistake(
                        "SRE031",
                        "static class A { void b() {} static String c() { return \"\"; } String d(int i) { return \"\"; } }\n"
                                + "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.user_id\", from = /*!*/\"c()\") A a) {}",
                        "A has no method `c()`"),
                mistake(
                        "SRE032",
                        "static class User { private String id() { return \"\"; } }\n"
                                + "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.user_id\", from = /*!*/\"id()\") User u) {}",
                        "`id()` of Agent.User cannot be called from package com.acme."),
                mistake(
                        "SRE032",
                        "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.user_id\", from = /*!*/\"clone().toString()\")"
                                + " Object o) {}",
                        "`clone()` of Object cannot be called from package com.acme."),
                mistake(
                        "SRE033",
                        "private record User(String id) {}\n"
                                + "@ToolSpan(\"tool.x\") void m(@SpanAttribute(value = \"sre.user_id\", from = /*!*/\"id()\") User u) {}",
                        "A value is taken from Agent.User, but this type is not visible in package com.acme."),
                mistake(
                        "SRE033",
                        "private enum Name { A }\n"
                                + "@ToolSpan(\"tool.{tool_name}\") void m(/*!*/@SpanNamePart(\"tool_name\") Name n) {}",
                        "A value is taken from Agent.Name"),
                mistake(
                        "SRE035",
                        "@ToolSpan(\"tool.x\") @ErrorWhen(/*!*/\"length()\") String m() { return \"\"; }",
                        "@ErrorWhen needs a path that ends in a boolean; this one ends in int."),
                mistake(
                        "SRE036",
                        "@ToolSpan(\"tool.x\")\n"
                                + "@ErrorWhen(value = \"isEmpty()\", type = /*!*/\"length()\") String m() { return \"\"; }",
                        "`error.type` must be a String or an enum; this path ends in int."));
    }
}
