package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Manifest;
import io.sreobservability.registry.model.Stability;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a registry says about itself, and where it says so.
 *
 * @param manifest the values
 * @param address where its address stands
 * @param dependencies where the addresses of its dependencies stand, in their order
 */
record ManifestText(Manifest manifest, YamlValue address, List<YamlValue> dependencies) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+/(?:[^/\\s]+/)*[0-9][^/\\s]*");

    static ManifestText read(RegistrySource.File file) {
        YamlMap map = YamlText.read(file).map();
        YamlValue url = address(map.required("schema_url"));
        map.optional("stability").ifPresent(value -> value.oneOf(Stability.class));
        List<YamlValue> dependencies = map.optional("dependencies")
                .map(value -> value.list(ManifestText::dependency))
                .orElse(List.of());
        Manifest manifest = new Manifest(
                url.text(),
                map.textOr("description", ""),
                dependencies.stream().map(YamlValue::text).toList());
        map.refuseUnknown();
        return new ManifestText(manifest, url, dependencies);
    }

    private static YamlValue dependency(YamlValue value) {
        YamlMap map = value.map();
        YamlValue url = address(map.required("schema_url"));
        // Weaver loads a dependency from this place; we find it by its address on the processor path.
        map.optional("registry_path").ifPresent(YamlValue::text);
        map.refuseUnknown();
        return url;
    }

    private static YamlValue address(YamlValue url) {
        url.name(
                ADDRESS,
                "an address with a version",
                "one that ends in a version, such as https://example.org/schemas/acme/1.0.0");
        return url;
    }
}
