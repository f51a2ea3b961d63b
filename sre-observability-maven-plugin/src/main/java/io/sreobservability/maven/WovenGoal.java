package io.sreobservability.maven;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.proof.ProofException;
import io.sreobservability.maven.proof.ProofReport;
import io.sreobservability.maven.proof.WovenProof;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What the two goals that prove weaving have in common: everything but the folder. */
abstract class WovenGoal extends AbstractMojo {

    /** The folder of compiled and woven classes. */
    abstract File classes();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        ProofReport report = prove();
        if (!report.holds()) {
            Finding.lines(report.findings()).forEach(getLog()::error);
            throw new MojoFailureException(
                    "What is annotated must be woven, but: " + report.summary() + " See the messages above.");
        }
        getLog().info(report.summary());
    }

    private ProofReport prove() throws MojoExecutionException {
        try {
            return new WovenProof(classes().toPath()).run();
        } catch (ProofException e) {
            Finding.lines(List.of(e.finding())).forEach(getLog()::error);
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }
}
