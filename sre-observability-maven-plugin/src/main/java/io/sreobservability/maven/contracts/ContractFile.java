package io.sreobservability.maven.contracts;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import io.sreobservability.registry.contract.InvalidContractException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the contract that a module's output carries. */
public final class ContractFile {
    private ContractFile() {}

    /**
     * The contract in a folder of classes or in a jar; empty if there is none, or if the path is neither.
     *
     * @throws UnusableContractException if there is one that cannot be read
     */
    public static Optional<Contract> in(Path classes) throws UnusableContractException {
        try {
            if (Files.isDirectory(classes)) {
                Path file = classes.resolve(Contract.RESOURCE);
                return Files.exists(file) ? Optional.of(ContractJson.read(file)) : Optional.empty();
            }
            return isJar(classes) ? inJar(classes) : Optional.empty();
        } catch (InvalidContractException e) {
            throw new UnusableContractException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnusableContractException(classes + ": " + e.getMessage(), e);
        }
    }

    private static boolean isJar(Path path) {
        return Files.isRegularFile(path) && path.toString().endsWith(".jar");
    }

    private static Optional<Contract> inJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(Contract.RESOURCE);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(ContractJson.read(json, jar + "!/" + Contract.RESOURCE));
            }
        }
    }
}
