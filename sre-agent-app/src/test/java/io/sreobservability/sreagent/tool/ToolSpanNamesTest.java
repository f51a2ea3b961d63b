package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractSpan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolSpanNamesTest {
    /**
     * The registry under {@code src/main/sre-observability} repeats the names of the tools: this keeps them the same. A
     * tool that a model invents is {@code other}.
     */
    @ParameterizedTest
    @ValueSource(strings = {"", ".attempt"})
    void theContractNamesASpanForEveryToolOfTheCatalogAndForNoOther(String end) throws Exception {
        Stream<String> tools = ToolCatalog.standard().definitions().stream().map(ToolDefinition::name);
        List<String> expected = Stream.concat(tools, Stream.of("other"))
                .map(name -> "tool." + name + end)
                .toList();

        assertThat(contract().spans())
                .filteredOn(span -> span.name().equals("tool.{tool_name}" + end))
                .singleElement()
                .extracting(ContractSpan::names)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Contract contract() throws URISyntaxException, IOException {
        Path classes = Path.of(ToolCatalog.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ContractJson.read(classes.resolve(Contract.RESOURCE));
    }
}
