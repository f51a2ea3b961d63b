package io.sreobservability.registry.contract;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML mapping in the making. Every text is quoted, so that no version of YAML takes one for a number, a date or a
 * truth value; nothing is shared, so that no aliases appear.
 */
final class YamlTree {
    private final List<NodeTuple> fields = new ArrayList<>();

    YamlTree with(String key, YamlTree value) {
        return with(key, value.node());
    }

    YamlTree with(String key, Node value) {
        fields.add(new NodeTuple(scalar(Tag.STR, key, ScalarStyle.PLAIN), value));
        return this;
    }

    static Node text(String value) {
        return scalar(Tag.STR, printable(value), ScalarStyle.DOUBLE_QUOTED);
    }

    static Node number(int value) {
        return scalar(Tag.INT, String.valueOf(value), ScalarStyle.PLAIN);
    }

    /** The value true; what is false is left out. */
    static Node flag() {
        return scalar(Tag.BOOL, "true", ScalarStyle.PLAIN);
    }

    static Node texts(List<String> values) {
        return sequence(values.stream().map(YamlTree::text), FlowStyle.FLOW);
    }

    static Node lists(List<List<String>> values) {
        return sequence(values.stream().map(YamlTree::texts), FlowStyle.BLOCK);
    }

    static Node list(Stream<YamlTree> items) {
        return sequence(items.map(YamlTree::node), FlowStyle.BLOCK);
    }

    /** The mapping as a document, with line feeds on every platform. */
    String write() {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        StringWriter out = new StringWriter();
        new Yaml(options).serialize(node(), out);
        return out.toString();
    }

    private Node node() {
        return new MappingNode(Tag.MAP, fields, FlowStyle.BLOCK);
    }

    private static Node sequence(Stream<Node> items, FlowStyle style) {
        List<Node> nodes = items.toList();
        return new SequenceNode(Tag.SEQ, nodes, nodes.isEmpty() ? FlowStyle.FLOW : style);
    }

    private static Node scalar(Tag tag, String value, ScalarStyle style) {
        return new ScalarNode(tag, value, null, null, style);
    }

    /** YAML has no place for control characters and lone surrogates; their numbers take it. */
    private static String printable(String text) {
        if (StreamReader.isPrintable(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (StreamReader.isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("(U+%04X)", c));
            }
        });
        return out.toString();
    }
}
