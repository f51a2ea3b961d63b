package io.sreobservability.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The proof of {@code verify-woven} for test classes, for projects whose tests have annotated methods of their own. Tests
 * without any pass. A goal of its own, because the main classes are proved before the tests are compiled.
 */
@Mojo(name = "verify-tests-woven", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true)
public final class VerifyTestsWovenMojo extends WovenGoal {
    /** The folder of compiled and woven test classes. */
    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute().
    private File testOutputDirectory;

    @Override
    File classes() {
        return testOutputDirectory;
    }
}
