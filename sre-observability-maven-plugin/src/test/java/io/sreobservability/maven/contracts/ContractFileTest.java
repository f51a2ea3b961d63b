package io.sreobservability.maven.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractJson;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFileTest {
    private static final Contract CONTRACT = new Contract(
            Contract.VERSION,
            List.of("https://example.com/schemas/1.0.0"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    @Test
    void aFolderOfClassesAndAJarOfThemHaveTheSameContract() throws Exception {
        Path file = Files.createDirectories(folder.resolve("classes/META-INF/sre-observability"))
                .resolve("contract.json");
        Files.writeString(file, ContractJson.write(CONTRACT));
        Path jar = jar("module.jar", ContractJson.write(CONTRACT));

        assertThat(ContractFile.in(folder.resolve("classes"))).contains(CONTRACT);
        assertThat(ContractFile.in(jar)).contains(CONTRACT);
    }

    @Test
    void whatHasNoContractHasNone() throws Exception {
        Path pom = Files.writeString(folder.resolve("library.pom"), "<project/>");

        assertThat(ContractFile.in(folder)).isEmpty();
        assertThat(ContractFile.in(folder.resolve("absent"))).isEmpty();
        assertThat(ContractFile.in(pom)).isEmpty();
    }

    @Test
    void aContractOfAnotherVersionIsNamedWithTheWayOut() throws Exception {
        Path jar = jar("old.jar", "{\"version\": 1, \"points\": [], \"metrics\": []}");

        assertThatExceptionOfType(UnusableContractException.class)
                .isThrownBy(() -> ContractFile.in(jar))
                .withMessageContaining("old.jar!/META-INF/sre-observability/contract.json")
                .withMessageContaining("Use the same version of the processor");
    }

    @Test
    void aDamagedJarIsNamed() throws Exception {
        Path jar = Files.writeString(folder.resolve("damaged.jar"), "no zip");

        assertThatExceptionOfType(UnusableContractException.class)
                .isThrownBy(() -> ContractFile.in(jar))
                .withMessageContaining("damaged.jar");
    }

    private Path jar(String name, String contract) throws Exception {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(Contract.RESOURCE));
            zip.write(contract.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
