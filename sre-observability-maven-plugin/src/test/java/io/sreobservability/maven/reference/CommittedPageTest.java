package io.sreobservability.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.maven.diagnostic.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedPageTest {
    private static final String TRUE_PAGE = "# Spans\n\n| a |\n| b |\n";

    @TempDir
    Path folder;

    private CommittedPage page;

    @BeforeEach
    void page() {
        page = new CommittedPage(folder.resolve("docs/reference/page.md"), "docs/reference/page.md", "mvn write-it");
    }

    @Test
    void whatWasWrittenIsTrue() throws Exception {
        page.write(TRUE_PAGE);

        assertThat(page.differenceFrom(TRUE_PAGE)).isEmpty();
    }

    @Test
    void theLineEndsOfAPlatformAreNoDifference() throws Exception {
        page.write(TRUE_PAGE.replace("\n", "\r\n"));

        assertThat(page.differenceFrom(TRUE_PAGE)).isEmpty();
    }

    @Test
    void aMissingPageIsMissedWithTheCommandThatWritesIt() throws Exception {
        assertThat(page.differenceFrom(TRUE_PAGE).map(Finding::line))
                .contains(
                        "[SRE240] docs/reference/page.md: there is no reference page docs/reference/page.md; write it with"
                                + " `mvn write-it` and commit it.");
    }

    @Test
    void aStalePageIsShownAtItsFirstDifference() throws Exception {
        page.write(TRUE_PAGE.replace("| b |", "| old |"));

        assertThat(page.differenceFrom(TRUE_PAGE).map(Finding::line))
                .contains(
                        "[SRE241] docs/reference/page.md:4: the reference page docs/reference/page.md is stale: its line 4"
                                + " is \"| old |\", but the code says \"| b |\"; write it with `mvn write-it` and commit it.");
    }

    @Test
    void aPageThatEndsTooEarlyIsStale() throws Exception {
        page.write("# Spans\n");

        assertThat(page.differenceFrom(TRUE_PAGE).map(Finding::line).orElseThrow())
                .contains("its line 3 is missing, but the code says \"| a |\"");
    }

    @Test
    void aPageThatDiffersOnlyInItsLastLineEndIsStale() throws Exception {
        Files.createDirectories(folder.resolve("docs/reference"));
        Files.writeString(page.file(), TRUE_PAGE.stripTrailing());

        assertThat(page.differenceFrom(TRUE_PAGE).map(Finding::line).orElseThrow())
                .contains("its line 5 is missing, but the code says \"\"");
    }
}
