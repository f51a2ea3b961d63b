package io.sreobservability.sreagent.memory;

import static io.sreobservability.sreagent.memory.MemoryStrategy.USER_PREFERENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryClientTest {
    private static final String ALICE = USER_PREFERENCES.namespace("Alice");

    private final AtomicInteger lookups = new AtomicInteger();
    private final MemoryClient client =
            new MemoryClient(new PacedMemoryStore(SeedMemoryStore.load(), lookups::incrementAndGet));

    @Test
    void theSeedKnowsTheDemoUsersPreferences() {
        assertThat(client.users()).containsExactly("Alice", "Carol");
        assertThat(client.retrieve(USER_PREFERENCES, ALICE, "q").records())
                .extracting(MemoryRecord::type)
                .containsExactly("escalation", "notification", "workflow", "style");
    }

    @Test
    void aRepeatedLookupIsAnsweredByTheCacheAndSaysSo() {
        Retrieval first = client.retrieve(USER_PREFERENCES, ALICE, "q");
        Retrieval second = client.retrieve(USER_PREFERENCES, ALICE, "q");

        assertThat(first.cacheHit()).isFalse();
        assertThat(second.cacheHit()).isTrue();
        assertThat(second.records()).isEqualTo(first.records());
        assertThat(lookups).hasValue(1);
    }

    @Test
    void theCacheForgetsTheOldestWhenFull() {
        client.retrieve(USER_PREFERENCES, ALICE, "first");
        for (int i = 0; i < 64; i++) {
            client.retrieve(USER_PREFERENCES, ALICE, "other " + i);
        }

        assertThat(client.retrieve(USER_PREFERENCES, ALICE, "first").cacheHit()).isFalse();
        assertThat(client.retrieve(USER_PREFERENCES, ALICE, "other 63").cacheHit())
                .isTrue();
    }

    @Test
    void anUnknownNamespaceIsEmpty() {
        String bob = USER_PREFERENCES.namespace("Bob");

        assertThat(client.retrieve(USER_PREFERENCES, bob, "q").records()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../Carol", "a/b", "Alice ", ".", "1st", "a\n"})
    void aUserNameCannotReachAnotherNamespace(String name) {
        assertThatThrownBy(() -> USER_PREFERENCES.namespace(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user name");
    }
}
