package io.sreobservability.sreagent.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardCheckTest {
    private static final String TEXT =
            "{'type':'text','x':%d,'y':%d,'width':6,'height':2,'properties':{'markdown':'hello'}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                                          | /widgets: must be an array
            {'widgets':[{'type':'heatmap','properties':{}}]}                            | /widgets/0/type: must be one of [alarm, custom, explorer, log, metric, text], is "heatmap"
            {'widgets':[{'type':'text'}]}                                               | /widgets/0/properties: must be an object
            {'widgets':[{'type':'text','x':1,'properties':{'markdown':'a'}}]}           | /widgets/0: x and y must be given together
            {'widgets':[{'type':'text','width':25,'properties':{'markdown':'a'}}]}      | /widgets/0/width: must be 1 to 24
            {'widgets':[{'type':'text','x':20,'y':0,'properties':{'markdown':'a'}}]}    | /widgets/0/x: the widget must end within 24 columns
            {'widgets':[{'type':'text','height':0,'properties':{'markdown':'a'}}]}      | /widgets/0/height: must be 1 to 1000
            {'widgets':[{'type':'metric','properties':{'metrics':[['A','B']]}}]}        | /widgets/0/properties/region: is required
            {'widgets':[{'type':'metric','properties':{'region':'r','metrics':[]}}]}    | /widgets/0/properties/metrics: must name a metric or an expression
            {'widgets':[{'type':'metric','properties':{'region':'r','metrics':[['A','B']],'period':90}}]} | /widgets/0/properties/period: must be 1, 5, 10, 20, 30 or a multiple of 60
            {'widgets':[{'type':'log','properties':{'region':'r','query':'fields name'}}]} | /widgets/0/properties/query: must begin with SOURCE 'log group'
            """)
    void whatCloudWatchWouldRefuseIsNamedWithItsPlace(String body, String problem) throws JsonProcessingException {
        assertThat(problems(body)).contains(problem);
    }

    @Test
    void widgetsThatCoverEachOtherAreAProblem() throws JsonProcessingException {
        assertThat(problems("{'widgets':[" + TEXT.formatted(0, 0) + "," + TEXT.formatted(5, 1) + "]}"))
                .containsExactly("/widgets/1: overlaps /widgets/0");
        assertThat(problems("{'widgets':[" + TEXT.formatted(0, 0) + "," + TEXT.formatted(6, 0) + "]}"))
                .isEmpty();
    }

    private static List<String> problems(String body) throws JsonProcessingException {
        return DashboardCheck.problems(
                JsonFile.JSON.readTree(body.replace('\'', '"').replace("SOURCE \"log group\"", "SOURCE 'log group'")));
    }
}
