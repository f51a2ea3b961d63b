package io.sreobservability.processor.incremental;

import static java.util.stream.Collectors.toMap;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.contract.InvalidContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contract of the last compilation. It knows the names of parameters, which class files do not have: without it the
 * words about a class that was not compiled again would change.
 */
public final class EarlierContract {
    private final Map<String, ContractPoint> points;

    private EarlierContract(Contract contract) {
        this.points = contract.points().stream().collect(toMap(EarlierContract::key, point -> point, (a, b) -> a));
    }

    /** Reads the file; none, or one of another version, knows nothing. */
    static Optional<EarlierContract> read(Path file) {
        try {
            return Optional.of(new EarlierContract(ContractJson.read(file)));
        } catch (IOException | InvalidContractException e) {
            return Optional.empty();
        }
    }

    /** The contract with this one's words for methods that are the same and whose aspects are among these. */
    public Contract reword(Contract now, List<String> aspects) {
        return now.withPoints(now.points().stream()
                .map(point -> aspects.contains(point.aspect()) ? reword(point) : point)
                .toList());
    }

    private ContractPoint reword(ContractPoint now) {
        ContractPoint earlier = points.get(key(now));
        return earlier != null && keys(earlier).equals(keys(now)) ? earlier : now;
    }

    /** Everything but the words: class, method, descriptor and what is emitted. */
    private static String key(ContractPoint point) {
        return String.join(
                " ",
                point.className(),
                point.method(),
                point.descriptor(),
                point.annotation(),
                point.span(),
                point.family(),
                point.aspect(),
                String.join(",", point.metrics()));
    }

    private static List<String> keys(ContractPoint point) {
        return point.attributes().stream().map(ContractAttribute::key).toList();
    }
}
