package io.sreobservability.sreagent.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

class CredentialsTest {
    @Test
    void bedrockWithoutCredentialsIsRefusedBeforeAnybodyIsAsked() {
        ProfileCredentialsProvider none = ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.aggregator().build())
                .build();
        ModelSettings settings = ModelSettings.from(Map.of(), ModelProvider.BEDROCK, null);

        assertThatThrownBy(() -> Credentials.checked(none, settings))
                .isInstanceOf(ModelConfigException.class)
                .message()
                .contains("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "--provider offline")
                .satisfies(message -> assertThat(message.lines()).hasSize(1));
    }

    @Test
    void aStandInOnThisMachineIsNotGivenTheAccountsKeys() {
        ModelSettings settings = ModelSettings.from(
                Map.of("SRE_AGENT_MODEL_ENDPOINT", "http://127.0.0.1:1"), ModelProvider.BEDROCK, null);

        assertThat(Credentials.aws(settings).resolveCredentials().accessKeyId()).isEqualTo("local");
    }
}
