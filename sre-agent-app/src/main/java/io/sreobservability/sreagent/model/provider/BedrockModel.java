package io.sreobservability.sreagent.model.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

/**
 * A model of Amazon Bedrock, by its Converse operation. LangChain4j's own module needs a newer AWS SDK than ours. Each call is
 * tried once: retries are {@link RetryingChatModel}'s. Safe for use by several threads.
 */
final class BedrockModel implements ChatModel {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final BedrockRuntimeClient client;
    private final ConverseRequests requests;
    private final ConverseAnswers answers;
    private final BedrockFailures failures;

    /**
     * A model as configured.
     *
     * @throws ModelConfigException if there are no credentials
     */
    BedrockModel(ModelSettings settings) {
        Explanation explanation = new Explanation(settings);
        this.client = client(settings);
        this.requests = new ConverseRequests(settings);
        this.answers = new ConverseAnswers(explanation);
        this.failures = new BedrockFailures(explanation);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        try {
            return answers.read(client.converse(requests.of(request)));
        } catch (SdkException e) {
            throw failures.explain(e);
        }
    }

    private static BedrockRuntimeClient client(ModelSettings settings) {
        BedrockRuntimeClientBuilder builder = BedrockRuntimeClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(Credentials.aws(settings))
                .httpClient(http(settings))
                .overrideConfiguration(config -> config.apiCallTimeout(settings.timeout())
                        .retryStrategy(RetryMode.STANDARD)
                        .retryStrategy(retry -> retry.maxAttempts(1)));
        URI endpoint = settings.endpoint();
        return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
    }

    /** What stands in for Bedrock on this machine is asked past every proxy, which would look for it elsewhere. */
    private static SdkHttpClient http(ModelSettings settings) {
        return settings.local()
                ? UrlConnectionHttpClient.create(uri -> direct(uri, settings))
                : UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(settings.timeout())
                        .build();
    }

    private static HttpURLConnection direct(URI uri, ModelSettings settings) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) settings.timeout().toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
