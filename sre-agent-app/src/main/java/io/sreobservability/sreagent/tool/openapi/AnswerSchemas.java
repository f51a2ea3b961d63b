package io.sreobservability.sreagent.tool.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code backend/answers/<domain>.yaml}: the schemas of a domain's answers by name. */
final class AnswerSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerSchemas() {}

    static ObjectNode of(ToolDomain domain) {
        String resource = "/backend/answers/" + domain.id() + ".yaml";
        try (InputStream in = Objects.requireNonNull(AnswerSchemas.class.getResourceAsStream(resource), resource)) {
            return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
