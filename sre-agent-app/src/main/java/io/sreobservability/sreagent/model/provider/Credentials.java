package io.sreobservability.sreagent.model.provider;

import io.sreobservability.sreagent.model.ModelFailure;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Finds the secrets of the providers, or says at once which is missing. Keeps none and prints none. */
final class Credentials {
    static final String ANTHROPIC_KEY = "ANTHROPIC_API_KEY";

    private Credentials() {}

    /**
     * Anthropic's API key.
     *
     * @throws ModelConfigException if there is none, or one that can't be sent in a header
     */
    static String anthropicKey(Map<String, String> environment) {
        String key = environment.getOrDefault(ANTHROPIC_KEY, "").strip();
        if (key.isEmpty()) {
            throw new ModelConfigException(ANTHROPIC_KEY + " is not set: --provider anthropic needs an API key in it.");
        }
        if (!key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new ModelConfigException(ANTHROPIC_KEY + " must be printable ASCII characters without blanks.");
        }
        return key;
    }

    /**
     * What signs the calls of Bedrock.
     *
     * @throws ModelConfigException if there are no credentials
     */
    static AwsCredentialsProvider aws(ModelSettings settings) {
        return checked(settings.aws().credentials(), settings);
    }

    /** The provider, if it has credentials now. */
    static AwsCredentialsProvider checked(AwsCredentialsProvider provider, ModelSettings settings) {
        try {
            provider.resolveCredentials();
            return provider;
        } catch (SdkClientException e) {
            throw new ModelConfigException(String.valueOf(new Explanation(settings)
                    .of(ModelFailure.NO_CREDENTIALS, null, e)
                    .getMessage()));
        }
    }
}
