package io.sreobservability.sreagent.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code backend/tools.yaml}. */
final class ToolTable {
    private static final String RESOURCE = "/backend/tools.yaml";

    private ToolTable() {}

    static List<ToolDefinition> read() {
        Map<?, ?> document;
        try (InputStream in = Objects.requireNonNull(ToolTable.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            document = new Yaml(new SafeConstructor(new LoaderOptions())).load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        List<ToolDefinition> tools = new ArrayList<>();
        for (ToolDomain domain : ToolDomain.values()) {
            for (Object tool : (List<?>) require(document, domain.id())) {
                tools.add(tool(domain, (Map<?, ?>) tool));
            }
        }
        return List.copyOf(tools);
    }

    private static ToolDefinition tool(ToolDomain domain, Map<?, ?> map) {
        List<ToolParameter> parameters = new ArrayList<>();
        ((Map<?, ?>) require(map, "parameters"))
                .forEach((name, value) -> parameters.add(parameter((String) name, (Map<?, ?>) value)));
        return new ToolDefinition(
                (String) require(map, "name"),
                domain,
                (String) require(map, "path"),
                (String) require(map, "description"),
                (String) require(map, "answer"),
                parameters);
    }

    private static ToolParameter parameter(String name, Map<?, ?> map) {
        List<?> allowed = map.get("enum") instanceof List<?> list ? list : List.of();
        return new ToolParameter(
                name,
                ParameterType.ofId((String) require(map, "type")),
                (String) require(map, "description"),
                Boolean.TRUE.equals(map.get("required")),
                allowed.stream().map(String::valueOf).toList(),
                text(map.get("default")),
                (Integer) map.get("minimum"),
                (Integer) map.get("maximum"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Object require(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException(RESOURCE + ": '" + key + "' is missing in " + map);
        }
        return value;
    }
}
