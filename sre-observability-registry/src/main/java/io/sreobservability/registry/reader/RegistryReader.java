package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Manifest;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.Stability;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a registry and checks that its parts fit together. */
public final class RegistryReader {
    /** The folder of the standard inside its jar. */
    private static final String FOLDER = "META-INF/sre-observability/registry/";

    private RegistryReader() {}

    /** The standard that comes with the library. Read anew on each call: keep the result. */
    public static Registry standard() {
        List<RegistrySource.File> definitions = resource("registry.index")
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(RegistryReader::resource)
                .toList();
        return read(new RegistrySource(resource("manifest.yaml"), definitions));
    }

    /**
     * Reads a registry.
     *
     * @throws InvalidRegistryException at the first mistake, with its place and the fix
     */
    public static Registry read(RegistrySource source) {
        Manifest manifest = manifest(compose(source.manifest()).map());
        RegistryBuilder builder = new RegistryBuilder(manifest);
        for (RegistrySource.File file : source.definitions()) {
            YamlMap top = compose(file).map();
            builder.add(top.required("groups").list(YamlValue::map));
            top.refuseUnknown();
        }
        return builder.build();
    }

    private static Manifest manifest(YamlMap map) {
        YamlValue url = map.required("schema_url");
        if (!url.text().matches("https?://[^/\\s]+/(?:[^/\\s]+/)*[0-9][^/\\s]*")) {
            throw url.error("expected an address that ends in a version, such as https://example.org/schemas/1.0.0");
        }
        map.optional("stability").ifPresent(value -> value.oneOf(Stability.class));
        Manifest manifest = new Manifest(url.text(), map.textOr("description", ""));
        map.refuseUnknown();
        return manifest;
    }

    private static YamlValue compose(RegistrySource.File file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            @Nullable Node node = new Yaml(options).compose(new StringReader(file.text()));
            if (node == null) {
                throw new InvalidRegistryException(file.name() + ":1:1: the file is empty; expected `groups:`");
            }
            return new YamlValue(file.name(), node);
        } catch (MarkedYAMLException e) {
            throw new InvalidRegistryException(
                    file.name() + ":" + (e.getProblemMark().getLine() + 1) + ":"
                            + (e.getProblemMark().getColumn() + 1) + ": not YAML: " + e.getProblem());
        }
    }

    private static RegistrySource.File resource(String name) {
        try (@Nullable InputStream in = RegistryReader.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new InvalidRegistryException(
                        name + ": not in the jar of sre-observability-registry; the jar is incomplete");
            }
            return new RegistrySource.File(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
