package io.sreobservability.sreagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.model.analysis.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextStepsTest {
    private static final String PROCEDURE =
            "{'kind':'PROCEDURE','subject':'Tea','text':'Tea (2 steps)','steps':['boil a kettle','pour']}";

    private final NextSteps nextSteps = new NextSteps(Vocabulary.load());

    @Test
    void aCauseIsToBeFixedForItsSubject() throws Exception {
        assertThat(
                        steps(
                                "{'kind':'LOG','subject':'store','text':'\\\"Config map was not found\\\" (ERROR, store)','problem':true,'cause':true}"))
                .containsExactly("Fix the cause reported for store: Config map was not found.");
    }

    @Test
    void onlyWhatIsDownIsBroughtBackAndWithoutItsDetails() throws Exception {
        assertThat(
                        steps(
                                "{'kind':'STATUS','subject':'store','text':'store is down (restart count 15)','problem':true}",
                                "{'kind':'STATUS','subject':'shop','text':'shop is critical (availability percentage 99.0)','problem':true}"))
                .containsExactly("Bring back store, which is down.");
    }

    @Test
    void aNumberIsWatchedUntilItIsBack() throws Exception {
        assertThat(steps(
                        "{'kind':'TREND','subject':'shop','text':'response time of shop (/buy) rose from 150 ms at 14:20 to 5000 ms at 14:24','problem':true,"
                                + "'measure':{'class':'RESPONSE_TIME','unit':'ms','first':150.0,'last':5000.0}}"))
                .containsExactly("Watch response time of shop (/buy) until it is back at 150 ms (now 5000 ms).");
    }

    @Test
    void aProcedureCountsOnlyIfItSharesAWordWithQueryOrCause() throws Exception {
        assertThat(stepsFor("which runbook for certificates", PROCEDURE)).isEmpty();
        assertThat(stepsFor("the kettle is slow", PROCEDURE)).containsExactly("boil a kettle", "pour");
    }

    @Test
    void theNextBestProcedureOfAnotherToolIsForTroubleshooting() throws Exception {
        String playbook = "{'kind':'PROCEDURE','tool':'a','text':'kettle of copper','steps':['buy a kettle']}";
        String other = "{'kind':'PROCEDURE','tool':'a','text':'copper','steps':['polish']}";
        String guide = "{'kind':'PROCEDURE','tool':'b','text':'kettle','steps':['look','listen']}";
        List<JsonNode> all = findings(guide, other, playbook);
        List<JsonNode> procedures = nextSteps.procedures("is the copper kettle slow", List.of(), all);

        assertThat(nextSteps.of(procedures, List.of(), all)).containsExactly("buy a kettle");
        assertThat(nextSteps.troubleshooting(procedures)).containsExactly("look [b]", "listen [b]");
        assertThat(nextSteps.troubleshooting(List.of())).isEmpty();
    }

    private List<String> stepsFor(String query, String... findings) throws Exception {
        List<JsonNode> all = findings(findings);
        return nextSteps.of(nextSteps.procedures(query, List.of(), all), List.of(), all);
    }

    private List<String> steps(String... findings) throws Exception {
        List<JsonNode> all = findings(findings);
        return nextSteps.of(
                List.of(), all.stream().filter(f -> f.path("cause").asBoolean()).toList(), all);
    }

    private static List<JsonNode> findings(String... findings) throws Exception {
        List<JsonNode> parsed = new ArrayList<>();
        for (String finding : findings) {
            parsed.add(new ObjectMapper().readTree(finding.replace('\'', '"')));
        }
        return parsed;
    }
}
