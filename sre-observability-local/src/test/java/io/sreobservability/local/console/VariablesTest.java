package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final String PATTERN =
            "[{'type':'pattern','pattern':'SRE/One','id':'namespace','defaultValue':'SRE/One'}]";
    private static final String PROPERTY = "[{'type':'property','property':'AgentName','id':'agent'}]";
    private static final String WIDGET =
            "{'region':'r','metrics':[['SRE/One','Calls','AgentName','logs',{'label':'SRE/One'}]]}";

    @Test
    void aPatternIsReplacedWhereverItStands() throws Exception {
        assertThat(applied(PATTERN, Map.of("namespace", "SRE/Two")))
                .isEqualTo(
                        json("{'region':'r','metrics':[['SRE/Two','Calls','AgentName','logs',{'label':'SRE/Two'}]]}"));
    }

    @Test
    void aPropertySetsTheDimensionOfItsName() throws Exception {
        assertThat(applied(PROPERTY, Map.of("agent", "metrics")))
                .isEqualTo(json(
                        "{'region':'r','metrics':[['SRE/One','Calls','AgentName','metrics',{'label':'SRE/One'}]]}"));
    }

    @Test
    void whatNobodyChoseStaysAsTheDashboardHasIt() throws Exception {
        assertThat(applied(PATTERN, Map.of())).isEqualTo(json(WIDGET));
        assertThat(applied(PROPERTY, Map.of())).isEqualTo(json(WIDGET));
    }

    private static JsonNode applied(String declared, Map<String, String> chosen) throws Exception {
        return new Variables(json(declared), chosen).applyTo(json(WIDGET));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
