package io.sreobservability.registry.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The list of a registry's files: a folder inside a jar cannot be listed, so it must say what it holds. One file name a
 * line; blank lines and lines that start with {@code #} mean nothing; one line may be {@code constants: java.package}.
 *
 * @param entries the definition files
 * @param constantsPackage the package of the constants made of the registry
 */
record RegistryIndex(List<Entry> entries, Optional<String> constantsPackage) {
    private static final String CONSTANTS = "constants:";
    /** No folders: whoever moves the registry moves one folder, and no index reads files that are not its own. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}\\.ya?ml");

    /**
     * One definition file.
     *
     * @param file its name
     * @param line the line of the index that names it, counted from 1
     */
    record Entry(String file, int line) {}

    static RegistryIndex parse(RegistrySource.File index) {
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> constants = Optional.empty();
        int number = 0;
        for (String raw : index.text().lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(CONSTANTS)) {
                if (constants.isPresent()) {
                    throw InvalidRegistryException.at(index.name(), number, 1, "`constants:` is given twice");
                }
                constants = Optional.of(packageName(index, number, line));
            } else if (!FILE.matcher(line).matches() || line.equals(RegistrySource.MANIFEST)) {
                throw InvalidRegistryException.at(
                        index.name(),
                        number,
                        1,
                        "`" + line + "` is not the name of a definition file: expected one beside the index, such as "
                                + "tools.yaml, or `constants: com.acme.telemetry`");
            } else if (!seen.add(line)) {
                throw InvalidRegistryException.at(index.name(), number, 1, "`" + line + "` is listed twice");
            } else {
                entries.add(new Entry(line, number));
            }
        }
        if (entries.isEmpty()) {
            throw InvalidRegistryException.at(
                    index.name(), 1, 1, "no file is listed; expected one file name a line, such as tools.yaml");
        }
        return new RegistryIndex(List.copyOf(entries), constants);
    }

    private static String packageName(RegistrySource.File index, int number, String line) {
        String name = line.substring(CONSTANTS.length()).strip();
        if (!SourceVersion.isName(name)) {
            throw InvalidRegistryException.at(
                    index.name(),
                    number,
                    1,
                    "`" + name + "` is not a package name: expected one such as `constants: com.acme.telemetry`");
        }
        return name;
    }
}
