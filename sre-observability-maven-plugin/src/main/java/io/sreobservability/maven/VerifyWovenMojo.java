package io.sreobservability.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build unless every method with a span annotation was seen by the annotation processor and woven by AspectJ.
 * There is deliberately no parameter to skip it: a proof that can be skipped proves nothing.
 */
@Mojo(name = "verify-woven", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class VerifyWovenMojo extends WovenGoal {
    /** The folder of compiled and woven classes. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute().
    private File outputDirectory;

    @Override
    File classes() {
        return outputDirectory;
    }
}
