package io.sreobservability.maven.diagnostic;

/**
 * Everything that the goals of this plugin can complain about. Codes are stable: a code is never given to another
 * message. {@code docs/build-proofs.md} is generated from this table.
 */
public enum ProofCode {
    PROCESSOR_DID_NOT_RUN(
            "SRE201",
            "there is no contract",
            "The annotation processor did not run: the classes have no META-INF/sre-observability/contract.json."
                    + " A processor that is only a dependency is not enough: from JDK 23 javac runs no processor from"
                    + " the class path unless told.",
            "run the annotation processor: add io.sreobservability:sre-observability-processor to"
                    + " <annotationProcessorPaths> of maven-compiler-plugin, and set neither <proc>none</proc> nor"
                    + " -proc:none"),
    LOCAL_CLASS(
            "SRE202",
            "it is declared in a local or anonymous class",
            "Annotation processors never see local and anonymous classes, so nothing can be generated for them.",
            "move it to a top-level or member class"),
    NOT_IN_CONTRACT(
            "SRE203",
            "it is not in the contract",
            "The processor did not see this method in the compilation that wrote the contract: the class is left from"
                    + " another compilation, or comes from a compiler that runs no Java annotation processor, or another"
                    + " execution of maven-compiler-plugin compiled it without the processor.",
            "build again with `mvn clean`; if that does not help, give every execution of maven-compiler-plugin the"
                    + " processor"),
    NOT_WOVEN(
            "SRE204",
            "its body does not call its aspect",
            "The weaver did not run, ran before the classes were compiled, or left this class out.",
            "weave the classes before this goal: bind the goal `compile` of org.codehaus.mojo:aspectj-maven-plugin to"
                    + " process-classes, declared before sre-observability-maven-plugin, with the generated aspects"
                    + " (${project.build.directory}/generated-sources/annotations, **/*.aj) as <sources> and"
                    + " ${project.build.outputDirectory} as <weaveDirectory>"),
    PARTLY_WOVEN(
            "SRE205",
            "its body calls only a part of its aspect",
            "The class was woven with aspects of another build, or only in part: the span would begin and not end, or"
                    + " the other way round.",
            "build again with `mvn clean`; if that does not help, look for \"adviceDidNotMatch\" in the weaver's output"),
    STALE_CONTRACT(
            "SRE206",
            "it is in the contract, but no class has such an annotated method",
            "The contract is left from an earlier build, in which this method existed and had this span name.",
            "build again with `mvn clean`"),
    WOVEN_TWICE(
            "SRE207",
            "its body calls its aspect more than once",
            "The class was woven, and woven again without its first weave being undone: every call would be two spans"
                    + " and be counted twice. The weaver undoes its own work unless it runs with -XnotReweavable.",
            "build again with `mvn clean`, remove -XnotReweavable, and let one execution weave each folder of classes"),
    WITHOUT_BODY(
            "SRE208",
            "it is abstract or native",
            "Such a method has no body that could call an aspect, and its annotation does not pass to the methods that"
                    + " implement it.",
            "annotate the methods that implement it, or for a native one the Java method that calls it"),
    UNREADABLE_CLASS(
            "SRE209",
            "this class file cannot be read: %s",
            "It is damaged, or compiled for a Java release that this plugin does not know; nothing can be proved about it.",
            "build again with `mvn clean`; if that does not help, compile for an earlier release or use a newer plugin"),

    UNREADABLE_FILE(
            "SRE220",
            "this file cannot be read: %s",
            "A dashboard or query file that is missing or is not well-formed can be neither checked nor deployed.",
            "correct the path in the configuration of check-consumers, or the file at this place"),
    UNEXPECTED_SHAPE(
            "SRE221",
            "expected %s",
            "CloudWatch would refuse the file, or ignore what it does not know.",
            "write it as the dashboard body structure of CloudWatch says"),
    UNKNOWN_NAMESPACE(
            "SRE222",
            "no contract has metrics in the namespace \"%s\"",
            "A widget over a namespace to which nobody publishes stays empty, and CloudWatch says nothing.",
            "use the namespace of the contract, or name another publisher's namespace in <foreignNamespaces>"),
    UNKNOWN_METRIC(
            "SRE223",
            "no contract emits the metric \"%s\"",
            "A widget over a metric that nobody publishes stays empty, and CloudWatch says nothing.",
            "use a metric of the reference page"),
    UNKNOWN_DIMENSION(
            "SRE224",
            "%s has no dimension \"%s\"",
            "CloudWatch finds a metric only under the dimensions with which it was published.",
            "use a dimension of the metric"),
    UNPUBLISHED_DIMENSIONS(
            "SRE225",
            "%s is not published with the dimensions %s, only with %s",
            "To CloudWatch each set of dimensions is a metric of its own; it neither adds up nor splits sets.",
            "use exactly one of the published sets"),
    UNKNOWN_SPAN(
            "SRE226",
            "no contract emits a span that %s",
            "A query for a span that does not exist returns no rows, and CloudWatch says nothing.",
            "use a span name of the reference page"),
    UNKNOWN_ATTRIBUTE(
            "SRE227",
            "no contract emits the attribute \"%s\"",
            "A field that no span has is empty in every row, and CloudWatch says nothing.",
            "use an attribute of the reference page; name one that other software sets in <foreignFields>"),
    UNKNOWN_FIELD(
            "SRE228",
            "the log events of spans have no field \"%s\", and the query does not define it",
            "A field that does not exist is empty in every row, and CloudWatch says nothing.",
            "use `attributes.<key>` for a span's attributes, the fields of the span log, or a name that the query"
                    + " defined with `as`; name a field that other software sets in <foreignFields>"),
    UNKNOWN_LOG_GROUP(
            "SRE229",
            "spans are in the log group \"%s\", not in \"%s\"",
            "A query over another log group sees none of the spans, and its fields are not ours to check.",
            "query the spans' log group, or name the other one in <foreignLogGroups>: its queries are left alone"),
    NOT_CHECKED(
            "SRE230",
            "this cannot be checked: %s",
            "What this goal does not understand, it cannot vouch for. It never passes it in silence.",
            "write it in a form that can be checked, or set <failOnUnchecked>false</failOnUnchecked> to be warned"
                    + " instead"),
    UNKNOWN_ID(
            "SRE231",
            "no metric of this widget has the id \"%s\"",
            "CloudWatch shows an error instead of the graph.",
            "use an id of the same widget"),
    NO_CONTRACT(
            "SRE232",
            "there is no contract to compare %s with",
            "Neither this module nor its dependencies nor the modules built before it have"
                    + " META-INF/sre-observability/contract.json.",
            "run the annotation processor, and check consumers in the module that is built last"),

    LOST_FIELD(
            "SRE233",
            "after `stats` there is no \"%s\" any more: only what the command names is left",
            "CloudWatch shows an empty column, or sorts by nothing.",
            "add it to the command, for example behind `by`, or use one of its names"),

    REFERENCE_MISSING(
            "SRE240",
            "there is no reference page %s; write it with `%s` and commit it",
            "Whoever writes a dashboard or a query looks there for the names. The page is committed, so that its history"
                    + " is the history of the telemetry.",
            "build the whole project with -Dsre.reference.write=true, and commit the page"),
    REFERENCE_STALE(
            "SRE241",
            "the reference page %s is stale: its line %d is %s, but the code says %s; write it with `%s` and commit it",
            "Spans, attributes or metrics changed since the page was written.",
            "build the whole project with -Dsre.reference.write=true, and commit the page"),
    REFERENCE_INCOMPLETE(
            "SRE242",
            "the page would be a part of the truth: %s not built before this module",
            "A combined page of a part of the modules would look like the page of all of them.",
            "build the whole project, and let `reference` run in the module that is built last"),
    UNUSABLE_CONTRACT(
            "SRE243",
            "a contract cannot be used: %s",
            "The module or dependency was built with another version of the processor.",
            "use one version of the processor and of this plugin");

    private final String code;
    private final String problem;
    private final String reason;
    private final String fix;

    ProofCode(String code, String problem, String reason, String fix) {
        this.code = code;
        this.problem = problem;
        this.reason = reason;
        this.fix = fix;
    }

    /** The stable code, for example {@code SRE204}. */
    public String code() {
        return code;
    }

    /** What is wrong, as the second half of a sentence about a place; {@code %s} stands for a part of it. */
    public String problem() {
        return problem;
    }

    /** How this comes about and why it matters. */
    public String reason() {
        return reason;
    }

    /** What to do, as a command without a full stop. */
    public String fix() {
        return fix;
    }
}
