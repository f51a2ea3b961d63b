package io.sreobservability.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractJsonTest {
    private static final ContractPoint B = point("b", "()V");
    private static final ContractPoint A = point("a", "()V");
    private static final ContractMetric METRIC =
            new ContractMetric("ToolExecution", "SREAgent/Production", "Milliseconds", List.of(List.of("ToolName")));

    private static ContractPoint point(String method, String descriptor) {
        return new ContractPoint(
                "com.acme.Agent$Inner",
                method,
                descriptor,
                "AgentSpan",
                "supervisor.investigate",
                "span.supervisor",
                "com.acme.Agent_SpanAspect",
                List.of(new ContractAttribute("sre.query", "parameter query")),
                List.of("AgentInvocation"));
    }

    @Test
    void theTextDoesNotDependOnTheOrderInWhichMethodsWereSeen() {
        String text = ContractJson.write(Contract.of(List.of(B, A), List.of(METRIC)));

        assertThat(text)
                .isEqualTo(ContractJson.write(Contract.of(List.of(A, B), List.of(METRIC))))
                .endsWith("}\n")
                .doesNotContain("\r")
                .contains("  \"points\": [");
    }

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path folder) throws Exception {
        Contract contract = Contract.of(List.of(A, B), List.of(METRIC));
        Path file = folder.resolve("contract.json");
        Files.writeString(file, ContractJson.write(contract));

        assertThat(ContractJson.read(file)).isEqualTo(contract);
    }

    @Test
    void anUnknownFieldIsNamedWithItsPlace() {
        assertThatThrownBy(() -> ContractJson.read(
                        "{ \"version\": 1, \"points\": [], \"metrics\": [],\n \"colour\": 1 }", "contract.json"))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageStartingWith("contract.json:2:")
                .hasMessageContaining("colour")
                .hasMessageContaining("Rebuild the module");
    }

    @Test
    void aMissingFieldIsAnError() {
        assertThatThrownBy(() -> ContractJson.read("{ \"version\": 1, \"points\": [] }", "contract.json"))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageContaining("metrics");
    }

    @Test
    void aContractOfAnotherVersionIsRefused() {
        assertThatThrownBy(
                        () -> ContractJson.read("{ \"version\": 2, \"points\": [], \"metrics\": [] }", "contract.json"))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageContaining("contract version 2, but 1 is expected");
    }
}
