package io.sreobservability.maven.proof;

import static java.util.stream.Collectors.toMap;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.InvalidContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares three witnesses of one module: the annotations in its class files, the contract that the processor wrote, and
 * the calls that the weaver put into method bodies. Where they disagree, a span would silently be missing.
 */
public final class WovenProof {
    private final Path classes;

    /**
     * A proof for one folder of class files.
     *
     * @param classes the compiler's output folder; it need not exist
     */
    public WovenProof(Path classes) {
        this.classes = classes;
    }

    /**
     * Reads the folder and compares.
     *
     * @throws ProofException if a class file or the contract cannot be read
     */
    public ProofReport run() throws ProofException {
        if (!Files.isDirectory(classes)) {
            return new ProofReport(0, List.of());
        }
        List<AnnotatedMethod> methods = ClassFileScanner.scan(classes);
        return compare(methods, readContract());
    }

    private static ProofReport compare(List<AnnotatedMethod> methods, Optional<Contract> contract) {
        Map<MethodKey, ContractPoint> promises =
                contract.map(WovenProof::byMethod).orElseGet(Map::of);
        Map<MethodKey, ContractPoint> unkept = new LinkedHashMap<>(promises);
        List<Finding> findings = new ArrayList<>();
        for (AnnotatedMethod method : methods) {
            ContractPoint promise = promises.get(method.key());
            if (!method.hasBody()) {
                findings.add(MethodFinding.of(ProofCode.WITHOUT_BODY, method));
                unkept.remove(method.key());
            } else if (promise == null || !promise.span().equals(method.spanName())) {
                findings.add(MethodFinding.of(causeOfAbsence(method, contract.isPresent()), method));
            } else {
                unkept.remove(method.key());
                causeOfWrongWeave(method, promise.aspect())
                        .ifPresent(cause -> findings.add(MethodFinding.of(cause, method)));
            }
        }
        unkept.forEach(
                (method, point) -> findings.add(MethodFinding.of(ProofCode.STALE_CONTRACT, method, point.span())));
        return new ProofReport(methods.size(), findings);
    }

    private static ProofCode causeOfAbsence(AnnotatedMethod method, boolean contractPresent) {
        if (method.inLocalClass()) {
            return ProofCode.LOCAL_CLASS;
        }
        return contractPresent ? ProofCode.NOT_IN_CONTRACT : ProofCode.PROCESSOR_DID_NOT_RUN;
    }

    private static Optional<ProofCode> causeOfWrongWeave(AnnotatedMethod method, String aspect) {
        if (!method.isTouchedBy(aspect)) {
            return Optional.of(ProofCode.NOT_WOVEN);
        }
        if (method.entersTwice(aspect)) {
            return Optional.of(ProofCode.WOVEN_TWICE);
        }
        return method.isWovenBy(aspect) ? Optional.empty() : Optional.of(ProofCode.PARTLY_WOVEN);
    }

    private static Map<MethodKey, ContractPoint> byMethod(Contract contract) {
        return contract.points().stream()
                .collect(toMap(
                        point -> new MethodKey(point.className(), point.method(), point.descriptor()),
                        point -> point,
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    private Optional<Contract> readContract() throws ProofException {
        Path file = classes.resolve(Contract.RESOURCE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ContractJson.read(file));
        } catch (InvalidContractException | IOException e) {
            String problem = String.valueOf(e.getMessage());
            throw new ProofException(Finding.of(ProofCode.UNUSABLE_CONTRACT, file.toString(), problem), e);
        }
    }
}
