package io.sreobservability.sreagent.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.Recollection;
import io.sreobservability.sreagent.memory.ResolutionStatus;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.UserPreference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** A user is never shown what another one stored, however alike their names are. */
class UserIsolationPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("memory");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 40)
    void everyUserSeesOnlyTheirOwn(
            @ForAll @Size(min = 2, max = 5) List<@From("names") String> users,
            @ForAll MemoryStrategy strategy,
            @ForAll("sessions") String session)
            throws IOException {
        Files.deleteIfExists(folder.resolve("memory.db"));
        try (LocalMemoryStore store =
                new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), InstantSource.fixed(NOW))) {
            MemoryClient client = new MemoryClient(store, InstantSource.fixed(NOW));
            users.forEach(user -> client.store(strategy.namespace(user, session), List.of(mark(strategy, user))));

            for (String user : users) {
                assertThat(client.retrieve(strategy.namespace(user), "owner").found())
                        .extracting(Recollection::memory)
                        .filteredOn(memory -> memory.context().startsWith("of "))
                        .containsExactly(mark(strategy, user));
            }
        }
    }

    /** Few letters of both cases and the signs that SQL and paths treat specially, so that names are alike. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> rest =
                Arbitraries.strings().withChars('a', 'A', 'b', '_', '-', '0').ofMaxLength(3);
        return Arbitraries.of("A", "a", "0").flatMap(first -> rest.map(tail -> first + tail));
    }

    @Provide
    Arbitrary<String> sessions() {
        return Arbitraries.of("a", "A", "..", ".", "_", "preferences", "a.b", "-");
    }

    private static Memory mark(MemoryStrategy strategy, String user) {
        String context = "of " + user;
        return switch (strategy) {
            case USER_PREFERENCES ->
                new UserPreference(user, PreferenceType.STYLE, Map.of("owner", user), context, NOW);
            case INFRASTRUCTURE ->
                new InfrastructureKnowledge("owner", KnowledgeType.CONFIG, Map.of("owner", "x"), 1, context, NOW);
            case INVESTIGATIONS ->
                new InvestigationSummary(
                        "same-id", "owner", List.of(), List.of(), ResolutionStatus.ONGOING, List.of(), context, NOW);
        };
    }
}
