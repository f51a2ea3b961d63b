package io.sreobservability.sreagent.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the demo writes, and nowhere else: logs of its servers, reports, and a memory for each scenario.
 *
 * @param root the folder; made when it is needed
 */
public record DemoFolder(Path root) {

    /** Where reports are saved. */
    public Path reports() {
        return root.resolve("reports");
    }

    /** The file with everything that a server prints; its folder is there afterwards. */
    Path log(String server) {
        try {
            return Files.createDirectories(root.resolve("logs")).resolve(server + ".log");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The memory of one scenario. */
    public Path memory(Scenario scenario) {
        return root.resolve("memory").resolve("scenario-" + scenario.number());
    }

    /** A memory that knows what the users prefer and nothing else, so that each run of a scenario shows the same. */
    Path newMemory(Scenario scenario) {
        Path memory = memory(scenario);
        try {
            delete(memory);
        } catch (IOException e) {
            throw unusable(e);
        }
        return memory;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> insideFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            insideFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : insideFirst) {
            Files.delete(path);
        }
    }

    private DemoException unusable(IOException e) {
        return new DemoException("the folder " + root + " can't be used: choose another --output-dir", e);
    }
}
