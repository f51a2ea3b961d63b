package io.sreobservability.maven.proof;

/** Why an annotated method would run without its span, and what to do about it. */
public enum Cause {
    /** Annotated, and nothing at all was generated for the module. */
    PROCESSOR_DID_NOT_RUN(
            "there is no contract",
            "run the annotation processor",
            "The annotation processor did not run: the classes have no META-INF/sre-observability/contract.json."
                    + " Add io.sreobservability:sre-observability-processor to <annotationProcessorPaths> of"
                    + " maven-compiler-plugin, and make sure that neither <proc>none</proc> nor -proc:none is set."
                    + " A processor that is only a dependency is not enough: from JDK 23 javac runs no processor from"
                    + " the class path unless told."),

    /** Annotated inside a method body, where processors do not look. */
    LOCAL_CLASS(
            "it is declared in a local or anonymous class",
            "move it to a top-level or member class",
            "Annotation processors never see local and anonymous classes, so nothing can be generated for them."),

    /** Annotated, but not among what the processor saw. */
    NOT_IN_CONTRACT(
            "it is not in the contract",
            "build again with `mvn clean`",
            "The processor did not see these methods in the compilation that wrote the contract: the classes are left"
                    + " from another compilation, or come from a compiler that runs no Java annotation processor, or"
                    + " another execution of maven-compiler-plugin compiled them without the processor."),

    /** Generated, but the class files are as javac wrote them. */
    NOT_WOVEN(
            "its body does not call its aspect",
            "weave the classes before this goal",
            "The weaver did not run, ran before the classes were compiled, or left these classes out. Bind the goal"
                    + " `compile` of org.codehaus.mojo:aspectj-maven-plugin to process-classes, declared before"
                    + " sre-observability-maven-plugin, with the generated aspects"
                    + " (${project.build.directory}/generated-sources/annotations, **/*.aj) as <sources> and"
                    + " ${project.build.outputDirectory} as <weaveDirectory>."),

    /** Some advice is there, some is not. */
    PARTLY_WOVEN(
            "its body calls only a part of its aspect",
            "build again with `mvn clean`",
            "The classes were woven with aspects of another build or only in part. If a clean build does not help, look"
                    + " for \"adviceDidNotMatch\" in the weaver's output."),

    /** Promised, but gone. */
    STALE_CONTRACT(
            "it is in the contract, but no class has such an annotated method",
            "build again with `mvn clean`",
            "The contract is left from an earlier build, in which these methods existed and had this span name.");

    private final String reason;
    private final String fix;
    private final String explanation;

    Cause(String reason, String fix, String explanation) {
        this.reason = reason;
        this.fix = fix;
        this.explanation = explanation;
    }

    /** What is wrong, as the second half of a sentence about the method. */
    public String reason() {
        return reason;
    }

    /** What to do, in a few words. */
    public String fix() {
        return fix;
    }

    /** How this comes about and what to do, for a reader who meets it for the first time. */
    public String explanation() {
        return explanation;
    }
}
