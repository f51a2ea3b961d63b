package io.sreobservability.maven.consumer;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Findings about consumers, by what they mean for the build.
 *
 * @param errors what fails the build
 * @param warnings what is only told
 */
public record ConsumerReport(List<Finding> errors, List<Finding> warnings) {
    /** What another module's contract could still explain. */
    private static final Set<ProofCode> UNKNOWN_TO_THESE_CONTRACTS = Set.of(
            ProofCode.UNKNOWN_NAMESPACE,
            ProofCode.UNKNOWN_METRIC,
            ProofCode.UNKNOWN_DIMENSION,
            ProofCode.UNPUBLISHED_DIMENSIONS,
            ProofCode.UNKNOWN_SPAN,
            ProofCode.UNKNOWN_ATTRIBUTE,
            ProofCode.UNKNOWN_FIELD,
            ProofCode.NO_CONTRACT);

    /**
     * Sorts findings.
     *
     * @param allContracts whether the contracts of all modules were seen
     * @param failOnUnchecked whether what cannot be checked is an error
     */
    public static ConsumerReport of(List<Finding> findings, boolean allContracts, boolean failOnUnchecked) {
        Predicate<Finding> warning = finding -> (!allContracts && UNKNOWN_TO_THESE_CONTRACTS.contains(finding.code()))
                || (!failOnUnchecked && finding.code() == ProofCode.NOT_CHECKED);
        return new ConsumerReport(
                findings.stream().filter(warning.negate()).toList(),
                findings.stream().filter(warning).toList());
    }
}
