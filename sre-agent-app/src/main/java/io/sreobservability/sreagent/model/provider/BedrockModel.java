package io.sreobservability.sreagent.model.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * A model of Amazon Bedrock, by its Converse operation. LangChain4j's own module needs a newer AWS SDK than ours. Each call is
 * tried once: retries are {@link RetryingChatModel}'s. Safe for use by several threads.
 */
final class BedrockModel implements ChatModel, AutoCloseable {
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

    @Override
    public void close() {
        client.close();
    }

    private static BedrockRuntimeClient client(ModelSettings settings) {
        return settings.aws()
                .configure(BedrockRuntimeClient.builder(), settings.timeout())
                .credentialsProvider(Credentials.aws(settings))
                .overrideConfiguration(config -> config.apiCallTimeout(settings.timeout())
                        .retryStrategy(RetryMode.STANDARD)
                        .retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }
}
