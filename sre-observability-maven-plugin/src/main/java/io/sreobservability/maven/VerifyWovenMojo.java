package io.sreobservability.maven;

import io.sreobservability.maven.proof.ProofException;
import io.sreobservability.maven.proof.ProofReport;
import io.sreobservability.maven.proof.WovenProof;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build unless every method with a span annotation was seen by the annotation processor and woven by AspectJ.
 * There is deliberately no parameter to skip it: a proof that can be skipped proves nothing.
 */
@Mojo(name = "verify-woven", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class VerifyWovenMojo extends AbstractMojo {
    /** The folder of compiled and woven classes. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it before it calls execute().
    private File outputDirectory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ProofReport report = prove();
        if (!report.holds()) {
            report.lines().forEach(getLog()::error);
            throw new MojoFailureException(
                    "What is annotated must be woven, but: " + report.summary() + " See the messages above.");
        }
        getLog().info(report.summary());
    }

    private ProofReport prove() throws MojoExecutionException {
        try {
            return new WovenProof(outputDirectory.toPath()).run();
        } catch (ProofException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
