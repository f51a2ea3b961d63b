package io.sreobservability.processor.diagnostic;

/**
 * Everything the processor can complain about. Codes are stable: a code is never given to another message, so that
 * search results and suppressions stay true. {@code docs/diagnostics.md} is generated from this table.
 */
public enum Message {
    SPAN_NAME_GRAMMAR(
            "SRE001",
            "`%s` is not a span name: words of lower-case letters, digits and underscores, joined by dots.",
            "Backends group spans by name, case-sensitively. One grammar for all names keeps one operation in one row.",
            "Write each part in snake_case, for example `tool.get_pod_status`; a part that is known only at run time is a "
                    + "placeholder in braces, for example `tool.{tool_name}`."),
    SPAN_NAME_TOO_LONG(
            "SRE002",
            "The span name has %d characters; at most %d are allowed.",
            "Backends cut long names, and two different names may then become one.",
            "Choose a shorter name."),
    SPAN_NAME_UNKNOWN(
            "SRE003",
            "`%s` is no name of the standard. @%s takes %s.",
            "Dashboards and metrics follow the families of names in the registry; a span outside of them is on none.",
            "Use a name of one of the annotation's families."),
    SPAN_ANNOTATION_WRONG(
            "SRE004",
            "`%s` is a name for @%s, not for @%s.",
            "The annotation says what kind of work a span stands for; name and annotation must agree.",
            "Use the other annotation, or a name of this annotation's families."),
    TWO_SPAN_ANNOTATIONS(
            "SRE005",
            "One method is one span, but this one carries %s.",
            "A method with two span annotations would be measured twice.",
            "Keep one of them, or move a part of the work into a method of its own."),
    METHOD_WITHOUT_BODY(
            "SRE006",
            "The method is %s: there is no body to measure.",
            "Annotations do not pass to overriding methods, so nothing would ever be measured.",
            "Annotate the methods that do the work."),
    ATTRIBUTE_WITHOUT_SPAN(
            "SRE007",
            "@%s has no effect without @AgentSpan, @ToolSpan or @MemorySpan on the method.",
            "Attributes belong to the span of the method that is annotated.",
            "Add the span annotation, or remove this one. Constructors, and so components of records, are no spans: annotate a method."),
    ASYNCHRONOUS_RESULT(
            "SRE008",
            "The method returns %s: its span would end before the work does.",
            "The duration and the outcome of the span would be false.",
            "Annotate the method that does the work in the other thread."),
    PLACEHOLDER_UNBOUND(
            "SRE010",
            "Nothing gives the placeholder {%s} a value.",
            "Without a value the span has no name.",
            "Put @SpanNamePart(\"%1$s\") on the parameter that knows it, or write the word into the name."),
    PLACEHOLDER_UNKNOWN(
            "SRE011",
            "The span name `%s` has no placeholder {%s}.",
            "The value would go nowhere.",
            "Use the name of an open placeholder, or remove @SpanNamePart."),
    PLACEHOLDER_TWICE(
            "SRE012",
            "The placeholder {%s} gets a second value here.",
            "A placeholder has one value.",
            "Keep one @SpanNamePart for each placeholder."),
    PLACEHOLDER_TYPE(
            "SRE013",
            "A name part must be a String or an enum, not %s.",
            "Names are words; any other type would have to be turned into text by guessing.",
            "Add a path that ends in a String or an enum, for example @SpanNamePart(value = \"tool_name\", from = \"name()\")."),
    PLACEHOLDER_CLOSED(
            "SRE014",
            "{%s} must be written out: it is one of %s.",
            "The registry knows every name of this family, and metrics depend on it.",
            "Write the word into the name, for example `supervisor.investigate`."),
    ATTRIBUTE_UNKNOWN(
            "SRE020",
            "The registry has no attribute `%s`.",
            "A key that is not in the standard is on no dashboard, and nobody has said whether its values are private.",
            "Use a key of the registry."),
    ATTRIBUTE_OF_OTHER_SPANS(
            "SRE021",
            "`%s` does not belong to `%s` spans, but to %s.",
            "Whoever reads spans of a family relies on its attributes.",
            "Put it on a span that it belongs to, or use an attribute of this family."),
    ATTRIBUTE_TYPE(
            "SRE022",
            "`%s` is of type %s: it cannot be set from %s%s.",
            "A value of another type would be dropped or shown wrongly by the backend.",
            "Take a value of the right type: change the parameter's type, or add a path, for example `from = \"id()\"`. "
                    + "string takes String and enums; int takes int, long and short; double takes double and float; "
                    + "boolean takes boolean; JSON attributes take String, Map, Collection, arrays, numbers, booleans and enums."),
    ATTRIBUTE_TWICE(
            "SRE023",
            "`%s` gets a second value here.",
            "An attribute has one value; which of the two would win?",
            "Keep one of them."),
    ATTRIBUTE_OF_LIBRARY(
            "SRE024",
            "`%s` is set by the library: %s.",
            "Two sources for one value would contradict each other sooner or later.",
            "Remove the annotation."),
    ATTRIBUTE_REQUIRED(
            "SRE025",
            "`%s` spans need `%s`: %s",
            "Metrics and dashboards of the family depend on it.",
            "Add the attribute with @SpanAttribute, @ResultAttribute or @FixedAttribute; the memory strategy also with "
                    + "`strategy` of @MemorySpan."),
    FIXED_VALUE_TYPE(
            "SRE026",
            "`%s` is not a value for `%s`, which is of type %s.",
            "The text must convert to the attribute's type.",
            "Write a value of that type, for example `3` for int or `true` for boolean."),
    FIXED_VALUE_MEMBER(
            "SRE027",
            "`%s` is not a member of `%s`: %s.",
            "The registry lists the values; dashboards filter by them.",
            "Use one of the members, best through the generated constants."),
    PATH_SYNTAX(
            "SRE030",
            "`%s` is not a path: expected calls without arguments or record components joined by dots, such as user().id().",
            "Only plain steps can be checked and generated; code belongs into a method.",
            "Write a method that returns the value, and name it here."),
    PATH_STEP_UNKNOWN(
            "SRE031",
            "%s has no method `%s()` without arguments that returns a value.",
            "The step would not compile.",
            "Use a method or record component that the type has."),
    PATH_STEP_INACCESSIBLE(
            "SRE032",
            "`%s()` of %s cannot be called from package %s.",
            "The generated code lives in the package of the annotated class and calls methods like any other class there.",
            "Make the method visible to the package, or use another one."),
    TYPE_INACCESSIBLE(
            "SRE033",
            "A value is taken from %s, but this type is not visible in package %s.",
            "The generated code lives in the package of the annotated class and must be able to name the type.",
            "Make the type visible to the package, or pass the value itself as a parameter."),
    RESULT_OF_VOID(
            "SRE034",
            "@%s needs a result, but the method returns nothing.",
            "There is nothing to take the value from.",
            "Return the value, or remove the annotation."),
    ERROR_WHEN_TYPE(
            "SRE035",
            "@ErrorWhen needs a path that ends in a boolean; this one ends in %s.",
            "The path answers whether the call failed.",
            "Name a method that returns a boolean, for example `isError()`."),
    ERROR_TYPE_TYPE(
            "SRE036",
            "`error.type` must be a String or an enum; this path ends in %s.",
            "Error types are compared and counted as text.",
            "Name a method that returns a String or an enum, for example `errorCode()`."),
    LIBRARY_MISSING(
            "SRE090",
            "sre-observability-aspects is not on the class path.",
            "The generated code calls the library at run time.",
            "Add the dependency io.sreobservability:sre-observability-aspects."),
    CONSTANTS_PACKAGE(
            "SRE091",
            "`%s` is not a package name: -Asre.observability.constants expects one, such as com.acme.standard.",
            "The option names the package that gets the constants of the standard.",
            "Write a package name."),
    REGISTRY_INVALID(
            "SRE092",
            "The registry cannot be used: %s",
            "All checks are made against the registry, so nothing can be said without it.",
            "Mend the place that the message names."),
    OUTPUT_FAILED(
            "SRE093",
            "%s cannot be written: %s",
            "The compiler's output folder refused the file.",
            "Run a clean build; look whether another processor or a second compilation writes the same file."),
    REGISTRY_FOLDER(
            "SRE094",
            "`%s` is not a folder: -Asre.observability.registry expects that of a registry.",
            "The option names the folder that holds registry.index, manifest.yaml and the definitions of your own names.",
            "Write the path of the folder. A relative one starts where the build was started: in Maven, write "
                    + "`${project.basedir}/src/main/telemetry`."),
    LEFTOVER(
            "SRE097",
            "%s is left from an earlier build and cannot be deleted.",
            "It was generated for a class that has changed. The weaver would go on to weave it, and tools would go on to read it.",
            "Delete it, for example with `mvn clean`."),
    INTERNAL(
            "SRE099",
            "The processor failed: %s. This is a mistake in the processor, not in your code.",
            "It met something that nobody thought of.",
            "Please report it with the source line that is shown.");

    private final String code;
    private final String template;
    private final String reason;
    private final String fix;

    Message(String code, String template, String reason, String fix) {
        this.code = code;
        this.template = template;
        this.reason = reason;
        this.fix = fix;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What is wrong, as a format string. */
    public String template() {
        return template;
    }

    /** Why it is wrong. */
    public String reason() {
        return reason;
    }

    /** What to do. */
    public String fix() {
        return fix;
    }
}
