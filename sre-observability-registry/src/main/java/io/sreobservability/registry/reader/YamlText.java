package io.sreobservability.registry.reader;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The text of one file as YAML. Only the plain part of YAML is read: no anchors, aliases and tags, for they make a text
 * that says something else than it seems to, and no depth that no registry needs.
 */
final class YamlText {
    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_DEPTH = 30;

    private final RegistrySource.File file;
    private final String text;

    private YamlText(RegistrySource.File file) {
        this.file = file;
        // Editors of some systems write a byte order mark; it belongs to the encoding, not to the text.
        this.text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
    }

    /**
     * Reads a file.
     *
     * @throws InvalidRegistryException if it is not YAML of the accepted kind, or empty
     */
    static YamlValue read(RegistrySource.File file) {
        return new YamlText(file).read();
    }

    private YamlValue read() {
        if (text.length() > MAX_LENGTH) {
            throw error(1, 1, "the file has " + text.length() + " characters; expected at most " + MAX_LENGTH);
        }
        refuseUnprintable();
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH + 1);
        try {
            refuseTricks(options);
            @Nullable Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                throw error(1, 1, "the file is empty; expected fields, such as `groups:`");
            }
            return new YamlValue(file.name(), node);
        } catch (MarkedYAMLException e) {
            throw error(e.getProblemMark(), "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw error(1, 1, "not YAML: " + e.getMessage());
        }
    }

    private void refuseUnprintable() {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                throw error(line, column, String.format("the character U+%04X is not allowed; remove it", character));
            }
            line = character == '\n' ? line + 1 : line;
            column = character == '\n' ? 1 : column + 1;
        }
    }

    private void refuseTricks(LoaderOptions options) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Yaml(options).parse(new StringReader(text))) {
            if (event instanceof NodeEvent node && node.getAnchor() != null) {
                throw error(event.getStartMark(), "anchors and aliases are not read; write the value out");
            }
            if (event instanceof ScalarEvent scalar && scalar.getTag() != null) {
                throw tag(event, scalar.getTag());
            }
            if (event instanceof CollectionStartEvent start) {
                if (start.getTag() != null) {
                    throw tag(event, start.getTag());
                }
                if (++depth > MAX_DEPTH) {
                    throw error(event.getStartMark(), "nested more than " + MAX_DEPTH + " levels deep; flatten it");
                }
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw error(event.getStartMark(), "a second document starts here; expected one document in a file");
            }
        }
    }

    private InvalidRegistryException tag(Event event, String tag) {
        return error(event.getStartMark(), "tags such as `" + tag + "` are not read; write the plain value");
    }

    private InvalidRegistryException error(@Nullable Mark mark, String message) {
        return mark == null ? error(1, 1, message) : error(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    private InvalidRegistryException error(int line, int column, String message) {
        return InvalidRegistryException.at(file.name(), line, column, message);
    }
}
