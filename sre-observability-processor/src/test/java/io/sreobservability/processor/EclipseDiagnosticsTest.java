package io.sreobservability.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.processor.DiagnosticCases.Case;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mistakes of {@link DiagnosticCases} once more, with the Eclipse compiler. */
class EclipseDiagnosticsTest {
    @TempDir
    static Path folder;

    private static Path runTime;

    @BeforeAll
    static void compileTheRunTime() {
        runTime = Compiling.runTime(folder);
    }

    static Stream<Case> cases() {
        return DiagnosticCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMistakeIsReportedOnceInItsLineWithCodeAndFix(Case mistake) {
        String source = Compiling.agentText(mistake.members());

        OnDisk.Result result = new OnDisk(OnDisk.Kind.ECLIPSE, folder, List.of(runTime))
                .compile(new SpanProcessor(), List.of(), Map.of("com/acme/Agent.java", source));

        List<Diagnostic<? extends JavaFileObject>> found = result.ours();
        assertThat(found).hasSize(1);
        Diagnostic<? extends JavaFileObject> error = found.get(0);
        assertThat(error.getKind()).isEqualTo(mistake.kind());
        assertThat(error.getMessage(Locale.ROOT))
                .startsWith("[" + mistake.code() + "] ")
                .contains(mistake.text());
        if (!mistake.hasPlaceOnEclipse()) {
            return;
        }
        assertThat(Objects.requireNonNull(error.getSource()).getName()).endsWith("com/acme/Agent.java");
        int mark = source.indexOf(DiagnosticCases.MARK);
        if (mark >= 0) {
            assertThat(error.getLineNumber())
                    .isEqualTo(source.substring(0, mark).lines().count());
        }
    }
}
