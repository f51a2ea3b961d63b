package io.sreobservability.aspects.transparency.program;

import io.sreobservability.aspects.transparency.program.Marks.Parameter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One method of a program. The first parameter, an {@code int}, is not used by anybody. */
record Method(int id, Shape shape, Returns returns, Marks marks, List<Statement> body) {
    private static final Pattern METHOD = Pattern.compile("METHOD\\((.*?)\\)");
    private static final int STATEMENTS_OF_A_HUGE_METHOD = 1_200;

    Method {
        body = List.copyOf(body);
    }

    Method with(List<Statement> newBody) {
        return new Method(id, shape, returns, marks, newBody);
    }

    /** A statement that calls the method and notes its result. */
    Statement call(String place) {
        String values = marks.parameters.stream().map(Parameter::argument).collect(Collectors.joining(", "));
        String call =
                fill(shape.call).replace("VALUES", "1" + (values.isEmpty() ? "" : ", ") + values + shape.moreArguments);
        String text = returns == Returns.VOID ? call + ";" : "p.see(\"" + place + "\", " + call + ");";
        return Statement.call(text, id);
    }

    /** The method and what it needs around it. */
    String text() {
        Matcher matcher = METHOD.matcher(shape.declaration);
        return fill(matcher.replaceAll(found -> Matcher.quoteReplacement(methodText(found.group(1)))));
    }

    private String methodText(String modifiers) {
        return marks.annotation + "\n" + modifiers + " RETURNS mID(" + parameters(false) + ") throws Throwable {\n"
                + ("if (!p.enter(\"mID\")) { " + returns.statement() + " }\n" + filler() + Statement.textOf(body)
                                + returns.statement())
                        .indent(4)
                + "}\n";
    }

    private String filler() {
        return shape != Shape.HUGE
                ? ""
                : "int sum = 1;\n" + "sum = sum * 31 + 7;\n".repeat(STATEMENTS_OF_A_HUGE_METHOD)
                        + "p.see(\"mID sum\", sum);\n";
    }

    private String fill(String text) {
        return text.replace("RETURNS", returns.type)
                .replace("RETURN ", returns == Returns.VOID ? "" : "return ")
                .replace("PARAMS, T last", parameters(true).replace(", String last", "") + ", T last")
                .replace("PARAMS", parameters(true))
                .replace("ARGS", names())
                .replace("ID", String.valueOf(id));
    }

    private String parameters(boolean bare) {
        String declared = marks.parameters.stream()
                .map(Parameter::declaration)
                .map(text -> bare ? text.replaceAll("@\\w+\\(.*?\\) ", "") : text)
                .collect(Collectors.joining(", "));
        return "int first" + (declared.isEmpty() ? "" : ", ") + declared + shape.moreParameters;
    }

    private String names() {
        String declared = marks.parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return "first" + (declared.isEmpty() ? "" : ", ") + declared;
    }
}
