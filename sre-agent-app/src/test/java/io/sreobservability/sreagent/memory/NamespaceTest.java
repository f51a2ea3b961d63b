package io.sreobservability.sreagent.memory;

import static io.sreobservability.sreagent.memory.MemoryStrategy.INFRASTRUCTURE;
import static io.sreobservability.sreagent.memory.MemoryStrategy.INVESTIGATIONS;
import static io.sreobservability.sreagent.memory.MemoryStrategy.USER_PREFERENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTest {
    @Test
    void pathsAreThoseOfAgentCoreMemory() {
        assertThat(USER_PREFERENCES.namespace("Alice", "s1").path()).isEqualTo("/sre/users/Alice/preferences");
        assertThat(INFRASTRUCTURE.namespace("Alice", "s1").path()).isEqualTo("/sre/infrastructure/Alice/s1");
        assertThat(INVESTIGATIONS.namespace("Alice").path()).isEqualTo("/sre/investigations/Alice");
    }

    @Test
    void aUsersNamespaceHoldsAllOfTheirSessionsAndNoOtherUsers() {
        Namespace alice = INFRASTRUCTURE.namespace("Alice");

        assertThat(alice.holds("/sre/infrastructure/Alice/s1")).isTrue();
        assertThat(alice.holds("/sre/infrastructure/Alicent/s1")).isFalse();
        assertThat(alice.holds("/sre/infrastructure/alice/s1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice", "default-sre-user", "7d1f0a52-0b1c-4d3e-9a63-5f2b8e6c1d90", "a"})
    void aNameOrAnIdOfAnIdentityProviderIsAUser(String name) {
        assertThat(USER_PREFERENCES.namespace(name).path()).isEqualTo("/sre/users/" + name + "/preferences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../Carol", "a/b", "Alice ", ".", "-a", "a\n", "Alice%", "Al\u0000ice"})
    void aUserNameCannotReachAnotherNamespace(String name) {
        assertThatThrownBy(() -> USER_PREFERENCES.namespace(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "s\n"})
    void aSessionIsOneSegment(String session) {
        assertThatThrownBy(() -> INFRASTRUCTURE.namespace("Alice", session))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session");
    }
}
