package io.sreobservability.registry.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML node together with its file, so that whoever misses something can say where.
 *
 * @param file the name for messages
 * @param node the node
 */
record YamlValue(String file, Node node) {
    /** Names longer than this are refused, so that messages, constants and backends can carry them. */
    private static final int MAX_NAME = 128;

    /** An error at this place. */
    InvalidRegistryException error(String message) {
        Mark mark = node.getStartMark();
        return InvalidRegistryException.at(file, mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    /** The place as {@code file:line:column}. */
    String where() {
        Mark mark = node.getStartMark();
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    boolean isText() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && isText()) {
            String text = scalar.getValue().strip();
            if (!text.isEmpty()) {
                return text;
            }
            throw error("expected a text that is not empty");
        }
        throw error("expected a text" + (node instanceof ScalarNode ? "; put the value in quotes" : ""));
    }

    /** A text of this form. */
    String name(Pattern form, String what, String example) {
        String name = text();
        if (name.length() > MAX_NAME) {
            throw error("expected " + what + " of at most " + MAX_NAME + " characters; this one has " + name.length());
        }
        if (!form.matcher(name).matches()) {
            throw error("`" + name + "` is not " + what + ": expected " + example);
        }
        return name;
    }

    /** The scalar as it is written, whatever it stands for: an example may be a text, a number or a truth. */
    String scalarOf(Tag... types) {
        for (Tag type : types) {
            if (node instanceof ScalarNode scalar && node.getTag().equals(type)) {
                return scalar.getValue();
            }
        }
        throw error("expected an example of the attribute's type");
    }

    boolean bool() {
        // YAML 1.1 also reads yes, on and y as booleans; only the plain words are accepted.
        if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
            if (scalar.getValue().equals("true")) {
                return true;
            }
            if (scalar.getValue().equals("false")) {
                return false;
            }
        }
        throw error("expected true or false");
    }

    int positiveInt() {
        if (node instanceof ScalarNode scalar
                && node.getTag().equals(Tag.INT)
                && scalar.getValue().matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(scalar.getValue());
        }
        throw error("expected a whole number above 0, such as 200");
    }

    /** The constant whose name in lower case is the text. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (isText() && name.equals(text())) {
                return constant;
            }
            known.add(name);
        }
        throw error("expected one of " + String.join(", ", known));
    }

    YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return YamlMap.of(file, mapping);
        }
        throw error("expected fields of the form `name: value`");
    }

    <T> List<T> list(Function<YamlValue, T> item) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(child -> item.apply(new YamlValue(file, child)))
                    .toList();
        }
        throw error("expected a list, such as [a, b]");
    }

    List<String> texts() {
        return list(YamlValue::text);
    }
}
