package io.sreobservability.sreagent.memory.agentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.sreagent.memory.MemoryConfigException;
import io.sreobservability.sreagent.remote.AwsAccess;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentCoreSettingsTest {
    @Test
    void everySettingIsRead() {
        AgentCoreSettings settings = AgentCoreSettings.from(Map.of(
                "SRE_AGENT_MEMORY_ID", " " + AgentCoreStub.MEMORY,
                "SRE_AGENT_MEMORY_ENDPOINT", "https://memory.example.com/",
                "AWS_REGION", "eu-west-1"));

        assertThat(settings.memoryId()).isEqualTo(AgentCoreStub.MEMORY);
        assertThat(settings.aws()).isEqualTo(new AwsAccess("eu-west-1", URI.create("https://memory.example.com")));
    }

    @Test
    void theRegionIsTheUsualOneUnlessSet() {
        AgentCoreSettings settings = AgentCoreSettings.from(Map.of("SRE_AGENT_MEMORY_ID", AgentCoreStub.MEMORY));

        assertThat(settings.aws()).isEqualTo(new AwsAccess("us-east-1", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SRE_AGENT_MEMORY_ID||the id of an AgentCore memory",
                "SRE_AGENT_MEMORY_ID|sre_agent_memory|such as sre_agent_memory-",
                "SRE_AGENT_MEMORY_ENDPOINT|http://memory.example.com|http only for this machine",
                "SRE_AGENT_MEMORY_ENDPOINT|not an address|an address such as",
                "AWS_REGION|Ireland|a region such as"
            })
    void aWrongSettingIsNamedWithItsRule(String variable, String value, String rule) {
        Map<String, String> environment = new HashMap<>(Map.of("SRE_AGENT_MEMORY_ID", AgentCoreStub.MEMORY));
        environment.put(variable, value == null ? "" : value);

        assertThatThrownBy(() -> AgentCoreSettings.from(environment))
                .isInstanceOf(MemoryConfigException.class)
                .hasMessageStartingWith(variable + " must be ")
                .hasMessageContaining(rule);
    }
}
