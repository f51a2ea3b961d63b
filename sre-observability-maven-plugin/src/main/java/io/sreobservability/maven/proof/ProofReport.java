package io.sreobservability.maven.proof;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import java.util.List;

/**
 * What the proof found.
 *
 * @param annotated how many methods in the class files carry a span annotation
 * @param findings every method that would run without its span or with two, and every stale promise; empty when the proof holds
 */
public record ProofReport(int annotated, List<Finding> findings) {

    /** Copies the list. */
    public ProofReport {
        findings = List.copyOf(findings);
    }

    /** Whether every annotated method is woven and every promise of the contract is kept. */
    public boolean holds() {
        return findings.isEmpty();
    }

    /** How many of the annotated methods are woven. */
    public int woven() {
        return annotated - (findings.size() - stale());
    }

    /** The counts in one line. */
    public String summary() {
        if (annotated == 0 && holds()) {
            return "No method has a span annotation; nothing to prove.";
        }
        String counts = annotated + (annotated == 1 ? " span" : " spans") + " annotated, " + woven() + " woven";
        return counts + (stale() == 0 ? "" : ", " + stale() + " stale in the contract") + ".";
    }

    private int stale() {
        return (int) findings.stream()
                .filter(finding -> finding.code() == ProofCode.STALE_CONTRACT)
                .count();
    }
}
