package io.sreobservability.sreagent.model.provider;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/**
 * A model of Anthropic's Messages API, by LangChain4j. Each call is tried once: retries are {@link RetryingChatModel}'s. Safe
 * for use by several threads.
 */
final class AnthropicModel implements ChatModel {
    private static final URI ADDRESS = URI.create("https://api.anthropic.com");
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final ChatModel model;
    private final AnthropicFailures failures;

    /**
     * A model as configured.
     *
     * @throws ModelConfigException if there is no API key
     */
    AnthropicModel(ModelSettings settings, Map<String, String> environment) {
        URI endpoint = settings.endpoint() == null ? ADDRESS : settings.endpoint();
        AnthropicChatModel.AnthropicChatModelBuilder builder = AnthropicChatModel.builder()
                .baseUrl(endpoint + "/v1")
                .apiKey(Credentials.anthropicKey(environment))
                .modelName(settings.model())
                .maxTokens(settings.maxTokens())
                .timeout(settings.timeout())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .httpClientBuilder(http());
        Double temperature = settings.temperature();
        if (temperature != null) {
            builder.temperature(temperature);
        }
        this.model = builder.build();
        this.failures = new AnthropicFailures(new Explanation(settings));
    }

    /** A response format stays out: not every model takes one, and the prompts describe the same forms. */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        ChatRequest.Builder plain = ChatRequest.builder()
                .messages(request.messages().stream().map(SentToolCalls::mended).toList());
        if (!request.toolSpecifications().isEmpty()) {
            plain.toolSpecifications(request.toolSpecifications());
            if (request.toolChoice() != null) {
                plain.toolChoice(request.toolChoice());
            }
        }
        try {
            return model.chat(plain.build());
        } catch (RuntimeException e) {
            throw failures.explain(e);
        }
    }

    /** HTTP/1.1 and no redirects: the key goes to the configured address alone. */
    private static JdkHttpClientBuilder http() {
        return JdkHttpClient.builder()
                .connectTimeout(CONNECT)
                .httpClientBuilder(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER));
    }
}
