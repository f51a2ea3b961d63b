package io.sreobservability.sreagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question that names no kind of problem is about that of the question before it. */
class FollowUpsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLOW = "is the payment-service slow in the last hour?";

    private final OfflineChatModel model = new OfflineChatModel();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                SLOW + "|and the database?|metrics_agent,logs_agent,kubernetes_agent",
                SLOW + "|and what about the logs?|logs_agent,metrics_agent",
                SLOW + "|and the pods?|kubernetes_agent,logs_agent,runbooks_agent",
                "tell me a joke|and another one|metrics_agent,logs_agent",
                "have I investigated crash looping pods before?|what about the web shop?|''"
            })
    void itIsPlannedAsTheOneBeforeUnlessItSaysWhatItWants(String before, String query, String agents) throws Exception {
        JsonNode plan = plan(before, query);

        assertThat(String.join(",", texts(plan.path("agents_sequence")))).isEqualTo(agents);
    }

    @Test
    void thePlanSaysThatItFollowsUp() throws Exception {
        assertThat(plan(SLOW, "and the database?").path("reasoning").asText())
                .startsWith("The query follows up on the one before; they speak of performance (slow)");
        assertThat(plan(SLOW, "is the database slow?").path("reasoning").asText())
                .startsWith("The query speaks of performance");
    }

    @Test
    void aChangeOfTheOneBeforeIsNotCarriedOutUnaskedEither() throws Exception {
        assertThat(plan("restart the pods", "and the other ones").path("auto_execute"))
                .isEqualTo(JSON.valueToTree(false));
    }

    @Test
    void itKeepsTheThingsAndTheTimeOfTheOneBeforeWhereItNamesNone() throws Exception {
        assertThat(notFound(SLOW, "and why?")).containsExactly("payment-service");
        assertThat(notFound(SLOW, "and the order-service?")).containsExactly("order-service");
        assertThat(window(SLOW, "and why?")).isEqualTo("1h");
        assertThat(window(SLOW, "and in the last 24 hours?")).isEqualTo("24h");
    }

    @Test
    void whatMemoryAloneAnswersIsSummedUpSo() throws Exception {
        String before = "have I investigated crash looping pods before?";
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from("{\"query\":\"what about the web shop?\"," + previous(before) + "}"))
                .responseFormat(AnswerFormat.SUMMARY.toResponseFormat())
                .build();

        assertThat(JSON.readTree(model.chat(request).aiMessage().text())
                        .path("answer")
                        .asText())
                .startsWith("No: memory holds no earlier investigation");
    }

    private JsonNode plan(String before, String query) throws Exception {
        ChatRequest request = ChatRequest.builder()
                .messages(user(before, query))
                .responseFormat(AnswerFormat.PLAN.toResponseFormat())
                .build();
        return JSON.readTree(model.chat(request).aiMessage().text());
    }

    private List<String> notFound(String before, String query) throws Exception {
        ToolSpecification tool = tool(JsonObjectSchema.builder().build());
        List<ChatMessage> talk = new ArrayList<>(List.of(user(before, query)));
        AiMessage call = ask(talk, tool);
        talk.add(call);
        talk.add(ToolExecutionResultMessage.from(call.toolExecutionRequests().get(0), "{\"pods\":[]}"));
        return texts(JSON.readTree(ask(talk, tool).text()).path("not_found"));
    }

    private String window(String before, String query) throws Exception {
        ToolSpecification tool = tool(JsonObjectSchema.builder()
                .addEnumProperty("time_window", List.of("1h", "24h"))
                .build());
        String arguments = ask(List.of(user(before, query)), tool)
                .toolExecutionRequests()
                .get(0)
                .arguments();
        return JSON.readTree(arguments).path("time_window").asText();
    }

    private AiMessage ask(List<ChatMessage> talk, ToolSpecification tool) {
        ChatRequest request = ChatRequest.builder()
                .messages(talk)
                .toolSpecifications(tool)
                .responseFormat(AnswerFormat.FINDINGS.toResponseFormat())
                .build();
        return model.chat(request).aiMessage();
    }

    private static ToolSpecification tool(JsonObjectSchema parameters) {
        return ToolSpecification.builder()
                .name("get_performance")
                .description("")
                .parameters(parameters)
                .build();
    }

    private static UserMessage user(String before, String query) {
        return UserMessage.from("Known: {" + previous(before) + "}\nQuery: " + query);
    }

    private static String previous(String query) {
        return "\"previous\":{\"query\":\"" + query + "\",\"outcome\":\"severity High\"}";
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
