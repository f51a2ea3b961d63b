package io.sreobservability.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.registry.reader.RegistryReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractJsonTest {
    private static final ContractPoint B = point("b", "()V");
    private static final ContractPoint A = point("a", "()V");

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

    private static Contract contract(ContractPoint... points) {
        ContractBuilder builder = new ContractBuilder(RegistryReader.standard());
        for (ContractPoint point : points) {
            builder.add(point, List.of(point.span()));
        }
        return builder.build();
    }

    @Test
    void theTextDoesNotDependOnTheOrderInWhichMethodsWereSeen() {
        String text = ContractJson.write(contract(B, A));

        assertThat(text)
                .isEqualTo(ContractJson.write(contract(A, B)))
                .endsWith("}\n")
                .doesNotContain("\r")
                .contains("  \"points\": [");
    }

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path folder) throws Exception {
        Contract contract = contract(A, B);
        Path file = folder.resolve("contract.json");
        Files.writeString(file, ContractJson.write(contract));

        assertThat(ContractJson.read(file)).isEqualTo(contract);
    }

    @Test
    void aLimitThatIsNotThereIsLeftOut() {
        assertThat(ContractJson.write(contract(A)))
                .contains("\"max_length\": 200")
                .doesNotContain("null")
                .doesNotContain("\"deprecated\"");
    }

    @Test
    void anUnknownFieldIsNamedWithItsPlace() {
        String text = ContractJson.write(contract(A)).replace("\"points\": [", "\"colour\": 1, \"points\": [");

        assertThatThrownBy(() -> ContractJson.read(text, "contract.json"))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageStartingWith("contract.json:")
                .hasMessageContaining("colour")
                .hasMessageContaining("Rebuild the module");
    }

    @Test
    void aMissingFieldIsAnError() {
        String text = ContractJson.write(contract(A)).replace("\"inherited\": true,", "");

        assertThatThrownBy(() -> ContractJson.read(text, "contract.json"))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageContaining("inherited");
    }

    @Test
    void aFieldOrItemWithoutAValueIsAnError() {
        String text = ContractJson.write(contract(A));

        for (String broken : List.of(
                text.replace("\"kind\": \"internal\"", "\"kind\": null"),
                text.replaceFirst("\"names\": \\[[^]]*]", "\"names\": [null]"),
                text.replaceFirst("\"inherited\": true", "\"inherited\": null"))) {
            assertThat(broken).isNotEqualTo(text);
            assertThatThrownBy(() -> ContractJson.read(broken, "contract.json"))
                    .isInstanceOf(InvalidContractException.class);
        }
    }

    @Test
    void textThatIsNotAContractIsRefused() {
        for (String text : List.of("", "[]", "3", "null", "{", "{}", ContractJson.write(contract(A)) + "{}")) {
            assertThatThrownBy(() -> ContractJson.read(text, "contract.json"))
                    .as(text)
                    .isInstanceOf(InvalidContractException.class)
                    .hasMessageStartingWith("contract.json");
        }
    }

    @Test
    void aContractOfAnotherVersionIsRefusedByItsNumber() {
        assertThatThrownBy(
                        () -> ContractJson.read("{ \"version\": 1, \"points\": [], \"metrics\": [] }", "contract.json"))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageContaining("contract version 1, but 2 is expected");
    }
}
