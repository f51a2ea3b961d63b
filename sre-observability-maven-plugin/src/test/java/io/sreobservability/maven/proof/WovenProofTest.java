package io.sreobservability.maven.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WovenProofTest {
    private static final String TOOL = """
            class Tool {
                @ToolSpan("tool.get_pods")
                String pods(String namespace) { return namespace; }
            }
            """;
    private static final String PODS = "(Ljava/lang/String;)Ljava/lang/String;";

    @TempDir
    Path folder;

    private Module module;

    @BeforeEach
    void emptyModule() throws IOException {
        module = new Module(folder);
    }

    @Test
    void aModuleWithoutAnnotationsAndContractPasses() throws Exception {
        module.compile("Plain", "class Plain { void run() { } }");

        assertThat(module.prove().holds()).isTrue();
        assertThat(module.prove().summary()).isEqualTo("No method has a span annotation; nothing to prove.");
    }

    @Test
    void aModuleWithoutClassesPasses() throws Exception {
        assertThat(new WovenProof(folder.resolve("absent")).run().holds()).isTrue();
    }

    @Test
    void aMethodThatIsPromisedAndWovenPasses() throws Exception {
        module.compile("Tool", TOOL)
                .promise("Tool", "pods", PODS, "tool.get_pods")
                .weave("Tool", "execution(* Tool.pods(..))");

        assertThat(module.prove().findings()).isEmpty();
        assertThat(module.prove().summary()).isEqualTo("1 span annotated, 1 woven.");
    }

    @Test
    void aMethodIsStillWovenAfterASecondBuild() throws Exception {
        module.compile("Tool", TOOL)
                .promise("Tool", "pods", PODS, "tool.get_pods")
                .weave("Tool", "execution(* Tool.pods(..))")
                .weave("Tool", "execution(* Tool.pods(..))");

        assertThat(module.prove().holds()).isTrue();
    }

    @Test
    void withoutAContractTheMissingProcessorIsNamed() throws Exception {
        ProofReport report = module.compile("Tool", TOOL).prove();

        assertThat(lines(report).get(0))
                .isEqualTo("[SRE201] Tool.pods(String) (Tool.java:4), span \"tool.get_pods\": there is no contract.");
        assertThat(lines(report).get(1))
                .contains("annotationProcessorPaths", "sre-observability-processor", "from JDK 23");
        assertThat(report.summary()).isEqualTo("1 span annotated, 0 woven.");
    }

    @Test
    void withoutWeavingTheMissingWeaverIsNamed() throws Exception {
        ProofReport report = module.compile("Tool", TOOL)
                .promise("Tool", "pods", PODS, "tool.get_pods")
                .prove();

        assertThat(lines(report).get(0))
                .isEqualTo("[SRE204] Tool.pods(String) (Tool.java:4), span \"tool.get_pods\":"
                        + " its body does not call its aspect.");
        assertThat(lines(report).get(1)).contains("aspectj-maven-plugin", "process-classes");
    }

    @Test
    void oneUnwovenOverloadIsFoundAmongWovenMethods() throws Exception {
        ProofReport report = module.compile("Tool", """
                        class Tool {
                            @ToolSpan("tool.a") void a() { }
                            @ToolSpan("tool.b") void b(int[] x) { }
                            @ToolSpan("tool.b") void b(java.util.Map<String, String> x) { }
                        }
                        """)
                .promise("Tool", "a", "()V", "tool.a")
                .promise("Tool", "b", "([I)V", "tool.b")
                .promise("Tool", "b", "(Ljava/util/Map;)V", "tool.b")
                .weave("Tool", "execution(void Tool.a()) || execution(void Tool.b(int[]))")
                .prove();

        assertThat(report.findings())
                .containsExactly(Finding.of(ProofCode.NOT_WOVEN, "Tool.b(Map) (Tool.java:5), span \"tool.b\""));
        assertThat(report.summary()).isEqualTo("3 spans annotated, 2 woven.");
    }

    @Test
    void adviceThatLeavesOneEndOfTheMethodOpenIsAPartialWeave() throws Exception {
        ProofReport report = module.compile("Tool", TOOL)
                .promise("Tool", "pods", PODS, "tool.get_pods")
                .weaveAdvice("Tool", """
                        before(): execution(* Tool.pods(..)) { }
                        after() returning: execution(* Tool.pods(..)) { }
                        """)
                .prove();

        assertThat(report.findings()).extracting(Finding::code).containsExactly(ProofCode.PARTLY_WOVEN);
    }

    @Test
    void aMethodThatEntersItsAspectTwiceIsWovenTwice() throws Exception {
        ProofReport report = module.compile("Tool", TOOL)
                .promise("Tool", "pods", PODS, "tool.get_pods")
                .weaveAdvice("Tool", """
                        before(): execution(* Tool.pods(..)) { }
                        before(): execution(* Tool.pods(..)) { }
                        after() returning: execution(* Tool.pods(..)) { }
                        after() throwing: execution(* Tool.pods(..)) { }
                        """)
                .prove();

        assertThat(report.findings()).extracting(Finding::code).containsExactly(ProofCode.WOVEN_TWICE);
    }

    @Test
    void manyWaysOutOfAMethodAreStillOneWeave() throws Exception {
        module.compile("Tool", """
                        class Tool {
                            @ToolSpan("tool.sign") int sign(int x) {
                                if (x < 0) { return -1; }
                                try {
                                    if (x == 0) { return 0; }
                                } finally { x++; }
                                return 1;
                            }
                        }
                        """)
                .promise("Tool", "sign", "(I)I", "tool.sign")
                .weave("Tool", "execution(* Tool.sign(..))");

        assertThat(module.prove().findings()).isEmpty();
    }

    @Test
    void callingTheAspectOfAnotherClassIsNotEnough() throws Exception {
        ProofReport report = module.compile("Tool", TOOL)
                .promise("Tool", "pods", PODS, "tool.get_pods")
                .weave("Other", "execution(* Tool.pods(..))")
                .prove();

        assertThat(report.findings()).extracting(Finding::code).containsExactly(ProofCode.NOT_WOVEN);
    }

    @Test
    void aBodyThatAlwaysThrowsNeedsNoAdviceForItsReturn() throws Exception {
        module.compile(
                        "Tool",
                        "class Tool { @ToolSpan(\"tool.broken\") void broken() { throw new IllegalStateException(); } }")
                .promise("Tool", "broken", "()V", "tool.broken")
                .weave("Tool", "execution(* Tool.broken(..))");

        assertThat(module.prove().findings()).isEmpty();
    }

    @Test
    void anEmptyBodyNeedsAllAdvice() throws Exception {
        module.compile("Tool", "class Tool { @ToolSpan(\"tool.idle\") static void idle() { } }")
                .promise("Tool", "idle", "()V", "tool.idle")
                .weave("Tool", "execution(* Tool.idle(..))");

        assertThat(module.prove().findings()).isEmpty();
    }

    @Test
    void everyKindOfMethodIsProved() throws Exception {
        module.compile("Shapes", """
                        class Shapes {
                            interface Task { @AgentSpan("agent.a.execute") default int task() { return 1; } }
                            record Query(String text) { @ToolSpan("tool.q") private long cut(int n) { return n; } }
                            enum Mode { ON; @MemorySpan("memory.store") static double store(Object... all) { return 1; } }
                            static class Box<T extends Number> {
                                @ToolSpan("tool.open") synchronized T open(T value) { return value; }
                            }
                        }
                        """)
                .promise("Shapes$Task", "task", "()I", "agent.a.execute")
                .promise("Shapes$Query", "cut", "(I)J", "tool.q")
                .promise("Shapes$Mode", "store", "([Ljava/lang/Object;)D", "memory.store")
                .promise("Shapes$Box", "open", "(Ljava/lang/Number;)Ljava/lang/Number;", "tool.open");
        assertThat(module.prove().findings())
                .hasSize(4)
                .extracting(Finding::code)
                .containsOnly(ProofCode.NOT_WOVEN);

        module.weave(
                "Shapes",
                "(execution(* Shapes.Task.task()) || execution(* Shapes.Query.cut(..))"
                        + " || execution(* Shapes.Mode.store(..)) || execution(* Shapes.Box.open(..)))");

        assertThat(module.prove().summary()).isEqualTo("4 spans annotated, 4 woven.");
        assertThat(module.prove().holds()).isTrue();
    }

    @Test
    void aBridgeMethodIsNotASecondSpan() throws Exception {
        module.compile("Bridged", """
                        class Bridged implements java.util.function.Supplier<String> {
                            @ToolSpan("tool.get") @Override public String get() { return ""; }
                        }
                        """)
                .promise("Bridged", "get", "()Ljava/lang/String;", "tool.get")
                .weave("Bridged", "execution(String Bridged.get())");

        assertThat(module.prove().summary()).isEqualTo("1 span annotated, 1 woven.");
    }

    @Test
    void localAndAnonymousClassesAndTheirMembersAreNamedAsTheCause() throws Exception {
        ProofReport report = module.compile("Hidden", """
                        class Hidden {
                            Runnable run() {
                                class Local {
                                    class Member { @ToolSpan("tool.member") void member() { } }
                                    @ToolSpan("tool.local") void local() { }
                                }
                                return new Runnable() { @ToolSpan("tool.anonymous") public void run() { } };
                            }
                        }
                        """).prove();

        assertThat(report.findings())
                .extracting(finding -> finding.place().replaceFirst(".*span ", ""))
                .containsExactlyInAnyOrder("\"tool.member\"", "\"tool.local\"", "\"tool.anonymous\"");
        assertThat(report.findings()).extracting(Finding::code).containsOnly(ProofCode.LOCAL_CLASS);
        assertThat(lines(report)).last().asString().contains("never see local and anonymous classes");
    }

    @Test
    void aMethodThatTheContractDoesNotKnowIsReportedBesideOneThatItKnows() throws Exception {
        ProofReport report = module.compile("Tool", TOOL)
                .compile("Late", "class Late { @ToolSpan(\"tool.late\") void late() { } }")
                .promise("Tool", "pods", PODS, "tool.get_pods")
                .weave("Tool", "execution(* Tool.pods(..))")
                .prove();

        assertThat(report.findings())
                .containsExactly(
                        Finding.of(ProofCode.NOT_IN_CONTRACT, "Late.late() (Late.java:2), span \"tool.late\""));
    }

    @Test
    void aPromiseWithoutItsMethodIsStale() throws Exception {
        ProofReport report = module.compile("Tool", "class Tool { void pods() { } }")
                .promise("Tool", "pods", "()V", "tool.get_pods")
                .prove();

        assertThat(report.findings())
                .containsExactly(Finding.of(ProofCode.STALE_CONTRACT, "Tool.pods(), span \"tool.get_pods\""));
        assertThat(report.summary()).isEqualTo("0 spans annotated, 0 woven, 1 stale in the contract.");
        assertThat(lines(report).get(1)).contains("Fix: build again with `mvn clean`.");
    }

    @Test
    void aChangedSpanNameIsBothUnknownAndStale() throws Exception {
        ProofReport report = module.compile("Tool", TOOL)
                .promise("Tool", "pods", PODS, "tool.old_name")
                .weave("Tool", "execution(* Tool.pods(..))")
                .prove();

        assertThat(report.findings())
                .extracting(Finding::code)
                .containsExactly(ProofCode.NOT_IN_CONTRACT, ProofCode.STALE_CONTRACT);
    }

    @Test
    void aContractThatCannotBeReadStopsTheProof() throws Exception {
        module.compile("Tool", TOOL).contract("{");

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(module::prove)
                .withMessageContaining("contract.json")
                .withMessageStartingWith("[SRE243] ")
                .withMessageContaining("a contract cannot be used");
    }

    @Test
    void aDamagedClassFileStopsTheProofAndIsNamed() throws Exception {
        Files.write(module.classes().resolve("Damaged.class"), new byte[] {1, 2, 3});

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(module::prove)
                .withMessageStartingWith("[SRE209] ")
                .withMessageContaining("Damaged.class: this class file cannot be read");
    }

    @Test
    void aMethodWithoutABodyIsTheCauseWhetherOrNotThereIsAContract() throws Exception {
        String source = """
                abstract class Tool {
                    @ToolSpan("tool.get_pods") abstract void pods();
                    @ToolSpan("tool.get_nodes") native void nodes();
                }""";
        ProofReport withoutContract = module.compile("Tool", source).prove();
        ProofReport withContract =
                module.promise("Tool", "pods", "()V", "tool.get_pods").prove();

        assertThat(lines(withoutContract))
                .startsWith(
                        "[SRE208] Tool.pods() (Tool.java), span \"tool.get_pods\": it is abstract or native.",
                        "[SRE208] Tool.nodes() (Tool.java), span \"tool.get_nodes\": it is abstract or native.");
        assertThat(withContract.findings()).isEqualTo(withoutContract.findings());
    }

    private static List<String> lines(ProofReport report) {
        return Finding.lines(report.findings());
    }
}
