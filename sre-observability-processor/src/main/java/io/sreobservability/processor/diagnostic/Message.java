package io.sreobservability.processor.diagnostic;

import java.util.Arrays;
import java.util.Optional;

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
    END_UNSEEN(
            "SRE008",
            Level.NOTE,
            Level.OFF,
            "The method returns %s: its span ends when the method returns, which may be before the work is done.",
            "The end of such a result can only be seen by handing out another object in its place, and telemetry never does that. "
                    + "A `CompletionStage` can be observed: its span ends when it completes.",
            "Annotate the method that does the work, or return a `CompletableFuture`. If the time until the return is what you "
                    + "want, say so with @SuppressWarnings(\"SRE008\")."),
    OVERRIDES_MEASURED(
            "SRE009",
            Level.WARNING,
            Level.OFF,
            "The method overrides %s, which is measured too: where it calls `super`, the work is measured twice.",
            "Each of the two methods is a span with metrics of its own, so one call would count as two.",
            "Keep the annotation on one of them; if this method never calls `super`, say so with @SuppressWarnings(\"SRE009\")."),
    PLACEHOLDER_UNBOUND(
            "SRE010",
            "Nothing gives the placeholder {%s} a value%s.",
            "Without a value the span has no name.",
            "Put @SpanNamePart with the placeholder's name on the parameter that knows it, or write the word into the name."),
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
            "{%s} must be written out, for the metric %s depends on the word: it is one of %s.",
            "The metric is recorded for some names of the family only, and which method records it is settled at compile time.",
            "Write the word into the name, for example `supervisor.investigate`."),
    PLACEHOLDER_MEMBERS(
            "SRE015",
            "%s cannot fill {%s}: its constants %s are none of the words %s.",
            "The registry knows every name of this family; the constants of an enum become words in lower case.",
            "Use an enum with constants for these words only, or let the project's own registry add a word."),
    PLACEHOLDER_GRAMMAR(
            "SRE016",
            Level.WARNING,
            Level.OFF,
            "%s cannot fill {%s}: its constants %s are no words of a span name.",
            "The constants of an enum become words in lower case: a letter, then letters, digits and underscores. Others are brought into that form at run time, and counted as mistakes.",
            "Rename the constants, or name a path to a better text with `from`."),
    PLACEHOLDER_CARDINALITY(
            "SRE017",
            "{%s} takes the value that is also `%s`, which is %s: it must not become part of a span name.",
            "Backends keep statistics per span name: names without limit are costly and useless, and names are never redacted.",
            "Keep the value as an attribute, and bind the placeholder to something with few values."),
    SPAN_NAME_ATTRIBUTES(
            "SRE018",
            Level.WARNING,
            Level.OFF,
            "`%s` spans are made here without %s, which %s sets.",
            "Whoever reads spans of one name expects the same attributes on all of them; a query would see one part only.",
            "Set the attribute here too, or give the other work a name of its own; if the value is truly unknown here, say so with "
                    + "@SuppressWarnings(\"SRE018\")."),
    OVERRIDE_UNMEASURED(
            "SRE019",
            Level.WARNING,
            Level.OFF,
            "The method overrides %s, the span `%s`, but is not measured itself.",
            "Annotations do not pass to overriding methods: calls that end up here leave no span unless they call `super`.",
            "Annotate this method; if it calls `super`, or is not meant to be measured, say so with @SuppressWarnings(\"SRE019\")."),
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
            "`%s` is of type %s: it cannot be set from %s; it takes %s%s.",
            "A value of another type would be dropped or shown wrongly by the backend.",
            "Take a value of a type that converts: change the parameter's type, or add a path, for example `from = \"id()\"`. "
                    + "int takes byte, short, int and long, double takes float and double, boolean takes boolean, all also "
                    + "as objects, where null sets nothing; string and enum attributes take String and enums, whose constants are "
                    + "written in lower case; JSON attributes take all of these, characters, UUIDs, types of java.time, and records, Optionals, "
                    + "arrays, collections and maps of them."),
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
    ENUM_MEMBERS(
            "SRE028",
            "`%s` cannot be set from %s: its constants %s are no members, which are %s.",
            "The constants of an enum become values in lower case, and the registry lists the values that there are.",
            "Use an enum whose constants are members, name a path to a String with `from`, or let the project's own registry add "
                    + "members."),
    FIXED_VALUE_TOO_LONG(
            "SRE029",
            Level.ERROR,
            Level.WARNING,
            "The value has %d characters, but `%s` is cut at %d.",
            "The end would be missing in every span.",
            "Write a shorter value."),
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
    TYPE_UNKNOWN(
            "SRE037",
            "The method cannot be checked, for a path on it leads to the type %s, which the compiler does not know.",
            "Nothing made the type during the compilation, or its class file is not on the class path.",
            "Mend what the compiler says about the type, or add the missing dependency."),
    ACCESSOR_DEPRECATED(
            "SRE038",
            Level.WARNING,
            Level.OFF,
            "`%s()` of %s is deprecated.",
            "The generated code calls it, and javac says nothing about generated code.",
            "Use its replacement; until then, @SuppressWarnings(\"SRE038\") keeps the warning away."),
    ACCESSOR_THROWS(
            "SRE039",
            Level.ERROR,
            Level.WARNING,
            "`%s()` of %s throws %s: a path must only look at values.",
            "A checked exception tells of work that can fail, such as input and output; telemetry must not do such work.",
            "Use a method that only returns what is there already, or let the method take the value as a parameter."),
    ATTRIBUTE_DEPRECATED(
            "SRE040",
            Level.WARNING,
            Level.OFF,
            "`%s` is deprecated: %s",
            "The registry has something better, or will drop the attribute.",
            "Use what the message names."),
    MEMBER_DEPRECATED(
            "SRE041",
            Level.WARNING,
            Level.OFF,
            "The member `%s` of `%s` is deprecated: %s",
            "The registry has something better, or will drop the member.",
            "Use what the message names."),
    FIXED_VALUE_JSON(
            "SRE042",
            "`%s` is not JSON, which `%s` holds.",
            "Whoever reads the attribute parses it.",
            "Write one JSON value, for example {\"namespace\":\"production\"}."),
    REDACTED_USED(
            "SRE045",
            "`%s` is marked @Redacted: it cannot %s.",
            "What is marked must not leave in any form; only a text can say that something was there.",
            "Take the value from something else, or remove the mark if the value is no secret."),
    REDACTED_UNUSED(
            "SRE046",
            Level.WARNING,
            Level.OFF,
            "@Redacted has no effect here: no @SpanAttribute takes the parameter's value.",
            "Parameters without an annotation are never read.",
            "Remove the mark, or add the attribute that is to say that there was a value."),
    LEVELS_OPTION(
            "SRE088",
            "`%s` in -Asre.observability.levels %s.",
            "The option sets the level of single rules; an entry that says nothing would be taken for one that does.",
            "Write codes and levels, for example `-Asre.observability.levels=SRE018=off,SRE029=warning`; this page names "
                    + "the lowest level of each rule."),
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
    private final Level level;
    private final Level minimum;
    private final String template;
    private final String reason;
    private final String fix;

    /** A rule that nothing can be generated without. */
    Message(String code, String template, String reason, String fix) {
        this(code, Level.ERROR, Level.ERROR, template, reason, fix);
    }

    Message(String code, Level level, Level minimum, String template, String reason, String fix) {
        this.code = code;
        this.level = level;
        this.minimum = minimum;
        this.template = template;
        this.reason = reason;
        this.fix = fix;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** How grave it is unless the build says otherwise. */
    public Level level() {
        return level;
    }

    /** The least that a build may make of it. */
    public Level minimum() {
        return minimum;
    }

    /** The message of this code. */
    static Optional<Message> ofCode(String code) {
        return Arrays.stream(values())
                .filter(message -> message.code.equals(code))
                .findFirst();
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
