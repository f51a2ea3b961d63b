package io.sreobservability.aspects.transparency.program;

import java.util.List;

/** How a method is annotated. {@code ID} stands for the method's number. */
enum Marks {
    NONE("", List.of(new Parameter("Object object", "p.object()"), new Parameter("long number", "7L"))),
    TOOL("@ToolSpan(\"tool.mID\")", List.of()),
    NAMED(
            "@ToolSpan(\"tool.{tool_name}\")",
            List.of(
                    new Parameter("@SpanNamePart(\"tool_name\") String tool", "p.text()"),
                    new Parameter("@SpanAttribute(\"sre.tool_params\") Map<String, Object> params", "p.map()"))),
    AGENT(
            "@AgentSpan(\"agent.aID.execute\")",
            List.of(
                    new Parameter(
                            "@SpanAttribute(value = \"sre.user_id\", from = \"user()\") Probe.Request request",
                            "p.request()"),
                    new Parameter("double unused", "p.pick(9) / 8.0"),
                    new Parameter("@SpanAttribute(\"sre.query\") String query", "p.text()"))),
    ATTEMPT(
            "@ToolSpan(\"tool.mID.attempt\")",
            List.of(
                    new Parameter("long[] unused", "new long[] {1}"),
                    new Parameter("@SpanAttribute(\"sre.attempt\") int attempt", "p.pick(5)"))),
    MEMORY(
            "@MemorySpan(value = \"memory.store\", strategy = \"infrastructure\")",
            List.of(new Parameter("@SpanAttribute(\"memory.query\") String query", "p.text()"))),
    COUNTED(
            "@MemorySpan(value = \"memory.retrieve\", strategy = \"investigations\")\n"
                    + "@ResultAttribute(key = \"memory.results_count\", from = \"size()\")",
            List.of(new Parameter("@SpanAttribute(\"memory.namespace\") String namespace", "p.text()"))),
    FALLIBLE("@ToolSpan(\"tool.mID\")\n@ErrorWhen(value = \"isError()\", type = \"code()\")", List.of());

    final String annotation;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    final List<Parameter> parameters;

    /**
     * A parameter.
     *
     * @param declaration its annotations, type and name
     * @param argument an expression for its value
     */
    record Parameter(String declaration, String argument) {
        String name() {
            return declaration.substring(declaration.lastIndexOf(' ') + 1);
        }
    }

    Marks(String annotation, List<Parameter> parameters) {
        this.annotation = annotation;
        this.parameters = parameters;
    }

    boolean fits(Returns returns) {
        return switch (this) {
            case COUNTED -> returns == Returns.LIST || returns == Returns.MAP || returns == Returns.STAGE_LIST;
            case FALLIBLE -> returns == Returns.RESULT || returns == Returns.FUTURE_RESULT;
            default -> true;
        };
    }
}
