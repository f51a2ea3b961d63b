package io.sreobservability.sreagent.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** The committed tree of a scenario. {@code -Dsre.trees.write=true} writes it anew. */
enum ExpectedTree {
    SCENARIO_1("scenario-1"),
    SCENARIO_2_ALICE("scenario-2-alice"),
    SCENARIO_2_CAROL("scenario-2-carol"),
    SCENARIO_3("scenario-3");

    private static final boolean WRITE = Boolean.getBoolean("sre.trees.write");

    /** Only the first run writes: the others must make the same. */
    private static final Set<ExpectedTree> WRITTEN = EnumSet.noneOf(ExpectedTree.class);

    private final Path file;

    ExpectedTree(String name) {
        this.file = Path.of("src/test/resources/scenarios", name + ".txt");
    }

    void assertSame(String tree) {
        try {
            if (WRITE && WRITTEN.add(this)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, tree);
            }
            assertThat(tree).as("%s", file).isEqualTo(Files.readString(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
