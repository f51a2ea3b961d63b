package io.sreobservability.sreagent.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.backend.OpenApiContract.Operation;
import io.sreobservability.sreagent.backend.RunningBackend.Answer;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDefinition;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each backend keeps the word of the document that it serves, in good and bad answers of every endpoint. */
class OpenApiTest {
    private static final Map<ToolDomain, RunningBackend> BACKENDS = new EnumMap<>(ToolDomain.class);
    private static final Map<ToolDomain, OpenApiContract> CONTRACTS = new EnumMap<>(ToolDomain.class);

    @BeforeAll
    static void start() throws Exception {
        for (ToolDomain domain : ToolDomain.values()) {
            RunningBackend backend = RunningBackend.of(domain);
            BACKENDS.put(domain, backend);
            CONTRACTS.put(
                    domain, new OpenApiContract(backend.get("/openapi.json").body()));
        }
    }

    @AfterAll
    static void stop() {
        BACKENDS.values().forEach(RunningBackend::close);
    }

    @ParameterizedTest
    @EnumSource(ToolDomain.class)
    void theDocumentNamesTheServerTheKeyAndEveryToolAndItsSchemasAreSound(ToolDomain domain) {
        OpenApiContract contract = contract(domain);
        JsonNode document = contract.document();
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isEqualTo(domain.title());
        assertThat(document.at("/servers/0/url").asText())
                .isEqualTo(backend(domain).server().uri().toString());
        assertThat(document.at("/components/securitySchemes/ApiKey/name").asText())
                .isEqualTo("X-API-Key");
        assertThat(contract.tools())
                .extracting(Operation::id)
                .containsExactlyElementsOf(ToolCatalog.standard().definitions(domain).stream()
                        .map(ToolDefinition::name)
                        .toList());
        assertThat(contract.malformedSchemas()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ToolDomain.class)
    void goodAnswersOfEveryEndpointAreAsDocumented(ToolDomain domain) throws Exception {
        for (Operation tool : contract(domain).tools()) {
            for (Map<String, String> arguments : goodCalls(tool)) {
                Answer answer = call(domain, tool, arguments);
                assertThat(answer.status()).as("%s %s", tool.id(), arguments).isEqualTo(200);
                assertThat(contract(domain).problems(tool.path(), answer))
                        .as("%s %s", tool.id(), arguments)
                        .isEmpty();
            }
        }
        assertThat(contract(domain).problems("/", backend(domain).get("/"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ToolDomain.class)
    void refusalsOfEveryEndpointAreAsDocumented(ToolDomain domain) throws Exception {
        for (Operation tool : contract(domain).tools()) {
            String path = pathAndQuery(tool, required(tool));
            List<Answer> refusals = List.of(
                    RunningBackend.send(backend(domain).request(path).GET()),
                    RunningBackend.send(backend(domain)
                            .request(path)
                            .header("X-API-Key", "test-key")
                            .header("Origin", "http://evil.test")
                            .GET()),
                    backend(domain).get(path + (path.contains("?") ? "&" : "?") + "colour=red"));
            assertThat(refusals).extracting(Answer::status).containsExactly(401, 403, 422);
            for (Answer refusal : refusals) {
                assertThat(contract(domain).problems(tool.path(), refusal)).isEmpty();
            }
        }
    }

    @Test
    void anUnknownIdIsAsDocumented() throws Exception {
        Answer answer = backend(ToolDomain.RUNBOOKS).get("/runbooks/playbook/volcano");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(contract(ToolDomain.RUNBOOKS).problems("/runbooks/playbook/{playbook_id}", answer))
                .isEmpty();
    }

    @Test
    void anInternalFailureIsAsDocumented(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("dataset.json"), "{\"incident_end\":\"2024-01-15T14:30:00Z\"}");
        Files.writeString(folder.resolve("logs/application.jsonl"), "{\"level\":\"ERROR\"}");
        try (RunningBackend broken =
                RunningBackend.of(ToolDomain.LOGS, OpenTelemetry.noop(), config -> config.withDataFolder(folder))) {
            Answer answer = broken.get("/logs/patterns");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(contract(ToolDomain.LOGS).problems("/logs/patterns", answer))
                    .isEmpty();
        }
    }

    @Test
    void anAnswerThatIsNotAsDocumentedWouldBeNoticed() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("pods").addObject().put("name", "a").put("colour", "red");
        OpenApiContract contract = contract(ToolDomain.KUBERNETES);
        assertThat(contract.problems("/pods/status", new Answer(200, answer)))
                .anySatisfy(problem -> assertThat(problem).contains("colour"))
                .anySatisfy(problem -> assertThat(problem).contains("restart_count"));
        assertThat(contract.problems("/pods/status", new Answer(404, answer)))
                .containsExactly("status 404 is not documented");
    }

    /** One source of truth: what a documented schema refuses the server refuses, and what it allows is answered. */
    @ParameterizedTest
    @EnumSource(ToolDomain.class)
    void serverAndDocumentRefuseTheSameValues(ToolDomain domain) throws Exception {
        for (Operation tool : contract(domain).tools()) {
            for (JsonNode parameter : tool.parameters()) {
                for (String text : candidates(parameter)) {
                    if (parameter.path("in").asText().equals("path") && text.isEmpty()) {
                        continue; // Another path.
                    }
                    Map<String, String> arguments = required(tool);
                    arguments.put(parameter.path("name").asText(), text);
                    assertThat(call(domain, tool, arguments).status() != 422)
                            .as("%s %s='%s'", tool.id(), parameter.path("name").asText(), text)
                            .isEqualTo(contract(domain).allows(parameter, typed(parameter, text)));
                }
            }
        }
    }

    /** What is required; everything; and every word of each closed parameter. */
    private static List<Map<String, String>> goodCalls(Operation tool) {
        List<Map<String, String>> calls = new ArrayList<>(List.of(required(tool), everything(tool)));
        for (JsonNode parameter : tool.parameters()) {
            parameter.at("/schema/enum").forEach(word -> {
                Map<String, String> arguments = required(tool);
                arguments.put(parameter.path("name").asText(), word.asText());
                calls.add(arguments);
            });
        }
        Map<String, String> production = required(tool);
        if (tool.parameters().stream().anyMatch(p -> p.path("name").asText().equals("namespace"))) {
            production.put("namespace", "production");
        }
        calls.add(production);
        return calls;
    }

    private static Map<String, String> required(Operation tool) {
        Map<String, String> arguments = new LinkedHashMap<>();
        tool.parameters().stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .forEach(parameter -> arguments.put(parameter.path("name").asText(), example(parameter)));
        return arguments;
    }

    private static Map<String, String> everything(Operation tool) {
        Map<String, String> arguments = new LinkedHashMap<>();
        tool.parameters().forEach(p -> arguments.put(p.path("name").asText(), example(p)));
        return arguments;
    }

    private static String example(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asText();
        }
        return switch (parameter.path("name").asText()) {
            case "playbook_id" -> "memory-pressure-playbook";
            case "metric_name" -> "response_time";
            case "event_type" -> "error";
            default ->
                schema.path("type").asText().equals("string")
                        ? schema.has("format") ? "2024-01-15T14:00:00Z" : "database"
                        : "10";
        };
    }

    private static List<String> candidates(JsonNode parameter) {
        List<String> texts = new ArrayList<>(
                List.of("", "x", "0", "-1", "1", "100", "101", "1001", "2.5", "yesterday", "2024-01-15T14:00:00Z"));
        texts.add("2024-01-15T14:00:00");
        texts.add("y".repeat(1_000));
        texts.add("y".repeat(1_001));
        parameter.at("/schema/enum").forEach(word -> {
            texts.add(word.asText());
            texts.add(word.asText() + "x");
        });
        return texts;
    }

    private static JsonNode typed(JsonNode parameter, String text) {
        String type = parameter.at("/schema/type").asText();
        try {
            return type.equals("string")
                    ? JsonNodeFactory.instance.textNode(text)
                    : JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static Answer call(ToolDomain domain, Operation tool, Map<String, String> arguments)
            throws IOException, InterruptedException {
        return backend(domain).get(pathAndQuery(tool, arguments));
    }

    /** As a client does it that knows only the document. */
    private static String pathAndQuery(Operation tool, Map<String, String> arguments) {
        String path = tool.path();
        List<String> query = new ArrayList<>();
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            String value = URLEncoder.encode(argument.getValue(), UTF_8);
            if (path.contains("{" + argument.getKey() + "}")) {
                path = path.replace("{" + argument.getKey() + "}", value);
            } else {
                query.add(argument.getKey() + "=" + value);
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static RunningBackend backend(ToolDomain domain) {
        return Objects.requireNonNull(BACKENDS.get(domain));
    }

    private static OpenApiContract contract(ToolDomain domain) {
        return Objects.requireNonNull(CONTRACTS.get(domain));
    }
}
