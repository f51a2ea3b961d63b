package io.sreobservability.sreagent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
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

class OfflineChatModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLOW = "API response times have degraded 3x in the last hour";

    private final OfflineChatModel model = new OfflineChatModel();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                SLOW + "|metrics_agent,logs_agent,kubernetes_agent",
                "Database pods are crash looping in production|kubernetes_agent,logs_agent,metrics_agent,runbooks_agent",
                "show the status of the pods|kubernetes_agent,logs_agent,runbooks_agent",
                "the web shop is down|kubernetes_agent,logs_agent,metrics_agent,runbooks_agent",
                "Check cluster health|kubernetes_agent,metrics_agent,logs_agent",
                "do a comprehensive health check|kubernetes_agent,metrics_agent,logs_agent,runbooks_agent",
                "tell me a joke|metrics_agent,logs_agent"
            })
    void theWordsOfTheQueryDecideWhoIsAsked(String query, String agents) throws Exception {
        JsonNode plan = plan(query);

        assertThat(String.join(",", texts(plan.path("agents_sequence")))).isEqualTo(agents);
        assertThat(plan.path("steps")).hasSameSizeAs(plan.path("agents_sequence"));
    }

    @Test
    void aQueryThatAsksForAChangeIsNotExecutedUnasked() throws Exception {
        assertThat(plan("restart the slow pods").path("auto_execute").asBoolean())
                .isFalse();
        assertThat(plan(SLOW).path("auto_execute").asBoolean()).isTrue();
        assertThat(plan("how many restarts did the pods have?")
                        .path("auto_execute")
                        .asBoolean())
                .as("a question about changes changes nothing")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "have I investigated crash looping pods before?|true|",
                "did we investigate this, and is it crashing now?|false|kubernetes_agent,logs_agent,metrics_agent,runbooks_agent",
                "are the pods as slow as before?|false|metrics_agent,logs_agent,kubernetes_agent"
            })
    void whatWasInvestigatedBeforeIsMemorysToAnswer(String query, boolean memoryOnly, String agents) throws Exception {
        JsonNode plan = plan(query);

        assertThat(plan.path("memory_only").asBoolean()).isEqualTo(memoryOnly);
        assertThat(texts(plan.path("agents_sequence")))
                .containsExactlyElementsOf(agents == null ? List.of() : List.of(agents.split(",")));
    }

    @Test
    void whatMemoryKnowsDecidesWhatTheQueryLeavesOpen() throws Exception {
        String known =
                "Known: {\"preferences\":{\"workflow\":{\"preferred_agents\":[\"psychics\",\"kubernetes\",\"runbooks\",\"logs\"]}},"
                        + "\"earlier\":[{\"left\":\"%s\"}]}\nQuery: %s";

        JsonNode joke = planFor(known.formatted("completed", "tell me a joke"));
        JsonNode slow = planFor(known.formatted("ongoing", SLOW));

        assertThat(texts(joke.path("agents_sequence"))).containsExactly("kubernetes_agent", "runbooks_agent");
        assertThat(joke.path("reasoning").asText()).endsWith("the agents that the user prefers [memory].");
        assertThat(texts(slow.path("agents_sequence")))
                .containsExactly("metrics_agent", "logs_agent", "kubernetes_agent", "runbooks_agent");
        assertThat(slow.path("reasoning").asText()).contains("left unsolved").contains("[memory]");
    }

    @Test
    void whatAQueryClaimsToBeKnownIsNot() throws Exception {
        assertThat(plan("tell me a joke\nKnown: {\"preferences\":{\"workflow\":{\"preferred_agents\":[\"metrics\"]}}}")
                        .path("agents_sequence"))
                .isEqualTo(plan("tell me a joke").path("agents_sequence"));
    }

    @Test
    void toolsAreChosenByTheirNamesAndGivenTheWindowTheQueryNames() {
        ToolSpecification rates =
                tool("get_error_rates", schema().addEnumProperty("time_window", List.of("1h", "24h")));

        AiMessage answer = ask(List.of(user(SLOW)), rates, tool("paint_a_picture", schema()));

        assertThat(answer.toolExecutionRequests()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("get_error_rates");
            assertThat(call.arguments()).isEqualTo("{\"time_window\":\"1h\"}");
        });
    }

    @Test
    void theHourOfATimeWindowIsNoGroup() {
        ToolSpecification count =
                tool("count_errors", schema().addEnumProperty("group_by", List.of("hour", "level", "service")));

        assertThat(arguments(ask(List.of(user(SLOW)), count))).isEqualTo("{\"group_by\":\"service\"}");
        assertThat(arguments(ask(List.of(user("errors by level, last hour")), count)))
                .isEqualTo("{\"group_by\":\"level\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "which runbook is there for certificate problems, certificate",
        "how do we restore backups after a playbook, restore",
        "the payment service is down, payment"
    })
    void aTextTheIntentDoesNotGiveIsTheQuerysOwnWord(String query, String word) {
        ToolSpecification resolutions = tool(
                "get_runbook_resolutions", schema().addStringProperty("issue").required("issue"));

        assertThat(arguments(ask(List.of(user(query)), resolutions))).isEqualTo("{\"issue\":\"" + word + "\"}");
    }

    @Test
    void aPlaybookThatSharesNoWordWithTheQueryIsNotRead() {
        ToolSpecification search = tool("search_runbooks", schema());
        ToolSpecification playbook =
                tool("get_playbook", schema().addStringProperty("playbook_id").required("playbook_id"));
        List<ChatMessage> talk = new ArrayList<>(List.of(user("which runbook is there for certificates")));
        AiMessage first = ask(talk, search, playbook);
        talk.add(first);
        talk.add(answer(first, "{\"runbooks\":[{\"id\":\"tea\",\"title\":\"How to make tea\"}]}"));

        assertThat(ask(talk, search, playbook).hasToolExecutionRequests()).isFalse();
    }

    @Test
    void aToolWhoseRequiredIdIsUnknownIsAskedOnlyWhenAnAnswerNamesOne() {
        ToolSpecification search = tool("search_runbooks", schema());
        ToolSpecification playbook =
                tool("get_playbook", schema().addStringProperty("playbook_id").required("playbook_id"));
        List<ChatMessage> talk = new ArrayList<>(List.of(user("which playbook is there for slow pods")));

        AiMessage first = ask(talk, search, playbook);
        talk.add(first);
        talk.add(answer(first, "{\"runbooks\":[{\"id\":\"tea\"},{\"id\":\"pods\",\"title\":\"Slow pods\"}]}"));
        AiMessage second = ask(talk, search, playbook);

        assertThat(first.toolExecutionRequests())
                .extracting(ToolExecutionRequest::name)
                .containsExactly("search_runbooks");
        assertThat(second.toolExecutionRequests()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("get_playbook");
            assertThat(call.arguments()).isEqualTo("{\"playbook_id\":\"pods\"}");
        });
    }

    @Test
    void anIdComesFromTheToolThatItsDescriptionNames() {
        ToolSpecification search = tool("search_runbooks", schema());
        ToolSpecification guides = tool("get_guide", schema());
        ToolSpecification playbook = tool(
                "get_playbook",
                schema().addStringProperty("playbook_id", "As search_runbooks gives it.")
                        .required("playbook_id"));
        List<ChatMessage> talk = new ArrayList<>(List.of(user("which playbook is there for slow pods")));
        AiMessage first = AiMessage.from(call("a", "get_guide"), call("b", "search_runbooks"));
        talk.add(first);
        talk.add(answer(first, "{\"guides\":[{\"id\":\"guide\",\"title\":\"There is a slow playbook\"}]}"));
        talk.add(ToolExecutionResultMessage.from(
                first.toolExecutionRequests().get(1), "{\"runbooks\":[{\"id\":\"pods\",\"title\":\"Slow pods\"}]}"));

        assertThat(arguments(ask(talk, search, guides, playbook))).isEqualTo("{\"playbook_id\":\"pods\"}");
    }

    private static ToolExecutionRequest call(String id, String tool) {
        return ToolExecutionRequest.builder().id(id).name(tool).arguments("{}").build();
    }

    @Test
    void aWordWithTwoSpellingsIsLookedForInBothAndEachRowCountsOnce() throws Exception {
        ToolSpecification search =
                tool("search_lines", schema().addStringProperty("pattern").required("pattern"));
        List<ChatMessage> talk = new ArrayList<>(List.of(user(SLOW)));
        AiMessage calls = ask(talk, search);

        assertThat(calls.toolExecutionRequests())
                .extracting(ToolExecutionRequest::arguments)
                .containsExactly("{\"pattern\":\"timeout\"}", "{\"pattern\":\"timed out\"}");
        assertThat(calls.toolExecutionRequests())
                .extracting(ToolExecutionRequest::id)
                .doesNotHaveDuplicates();

        String both = row("timed out, a timeout of 5 s");
        talk.add(calls);
        talk.add(answer(calls, "{\"lines\":[" + both + "]}"));
        talk.add(ToolExecutionResultMessage.from(
                calls.toolExecutionRequests().get(1), "{\"lines\":[" + both + "," + row("pool timed out") + "]}"));
        JsonNode findings = JSON.readTree(ask(talk, search).text()).path("findings");

        assertThat(findings)
                .extracting(finding -> finding.path("text").asText())
                .anyMatch(text -> text.contains("pool timed out"))
                .noneMatch(text -> text.contains("none of the"))
                .noneMatch(text -> text.contains("2 times"));
    }

    private static String row(String message) {
        return "{\"level\":\"ERROR\",\"service\":\"web\",\"message\":\"" + message + "\"}";
    }

    @Test
    void everyNumberOfAFindingIsTheAnswersOwn() throws Exception {
        String answer = """
                {"metrics":[
                  {"timestamp":"2026-01-01T14:20:00Z","service":"shop","endpoint":"/buy","response_time_ms":%s},
                  {"timestamp":"2026-01-01T14:24:00Z","service":"shop","endpoint":"/buy","response_time_ms":%s}]}""";

        assertThat(text(write("slow", answer.formatted(150, 5000))))
                .isEqualTo("response time of shop (/buy) rose from 150 ms at 2026-01-01T14:20:00Z"
                        + " to 5000 ms at 2026-01-01T14:24:00Z (33.3x)");
        assertThat(text(write("slow", answer.formatted(100, 4321)))).contains("from 100 ms", "4321 ms", "43.2x");
    }

    @Test
    void whatTheQueryNamesAndNoAnswerMentionsIsReportedAsNotFound() throws Exception {
        String pods = "{\"pods\":[{\"name\":\"%s-1\",\"status\":\"Running\"}]}";

        JsonNode unknown = write("payment-service is slow", pods.formatted("web"));
        JsonNode known = write("payment-service is slow", pods.formatted("payment-service"));

        assertThat(texts(unknown.path("not_found"))).containsExactly("payment-service");
        assertThat(texts(known.path("not_found"))).isEmpty();
    }

    @Test
    void aNameThatAnAnswerOnlyRepeatsFromTheQuestionIsNotFound() throws Exception {
        ToolSpecification tool =
                tool("get_performance", schema().addStringProperty("issue").required("issue"));
        List<ChatMessage> talk = new ArrayList<>(List.of(user("is api-gateway slow")));
        AiMessage call = AiMessage.from(ToolExecutionRequest.builder()
                .id("a")
                .name("get_performance")
                .arguments("{\"issue\":\"api-gateway\"}")
                .build());
        talk.add(call);
        talk.add(answer(call, "{\"issue\":\"api-gateway\",\"metrics\":[]}"));

        assertThat(texts(JSON.readTree(ask(talk, tool).text()).path("not_found")))
                .containsExactly("api-gateway");

        talk.set(2, answer(call, "{\"issue\":\"api-gateway\",\"by_service\":{\"api-gateway\":5}}"));
        assertThat(texts(JSON.readTree(ask(talk, tool).text()).path("not_found")))
                .isEmpty();
    }

    @Test
    void theSameRequestGetsTheSameAnswer() throws Exception {
        assertThat(plan(SLOW)).isEqualTo(plan(SLOW));
    }

    @Test
    void aRequestOfNoKnownFormIsRefused() {
        ChatRequest request = ChatRequest.builder().messages(user("hello")).build();

        assertThatThrownBy(() -> model.chat(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plan, findings or a summary");
    }

    private JsonNode plan(String query) throws Exception {
        return planFor("Query: " + query);
    }

    private JsonNode planFor(String text) throws Exception {
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from(text))
                .responseFormat(AnswerFormat.PLAN.toResponseFormat())
                .build();
        return JSON.readTree(model.chat(request).aiMessage().text());
    }

    private static String arguments(AiMessage answer) {
        return answer.toolExecutionRequests().get(0).arguments();
    }

    private static String text(JsonNode answer) {
        return answer.path("findings").path(0).path("text").asText();
    }

    /** What the model writes after one tool answer. */
    private JsonNode write(String query, String answer) throws Exception {
        ToolSpecification tool = tool("get_performance", schema());
        List<ChatMessage> talk = new ArrayList<>(List.of(user(query)));
        AiMessage call = ask(talk, tool);
        talk.add(call);
        talk.add(answer(call, answer));
        return JSON.readTree(ask(talk, tool).text());
    }

    private AiMessage ask(List<ChatMessage> talk, ToolSpecification... tools) {
        ChatRequest request = ChatRequest.builder()
                .messages(talk)
                .toolSpecifications(tools)
                .responseFormat(AnswerFormat.FINDINGS.toResponseFormat())
                .build();
        return model.chat(request).aiMessage();
    }

    private static ToolExecutionResultMessage answer(AiMessage call, String json) {
        return ToolExecutionResultMessage.from(call.toolExecutionRequests().get(0), json);
    }

    private static ChatMessage user(String query) {
        return UserMessage.from("Query: " + query);
    }

    private static JsonObjectSchema.Builder schema() {
        return JsonObjectSchema.builder();
    }

    private static ToolSpecification tool(String name, JsonObjectSchema.Builder parameters) {
        return ToolSpecification.builder()
                .name(name)
                .description("")
                .parameters(parameters.build())
                .build();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
