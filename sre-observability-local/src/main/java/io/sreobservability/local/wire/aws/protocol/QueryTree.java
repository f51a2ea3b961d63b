package io.sreobservability.local.wire.aws.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.local.wire.aws.AwsError;
import io.sreobservability.local.wire.aws.AwsErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Unfolds the flat names of the Query format: {@code A.member.2.B=x} is the member {@code B} of the second element of
 * the list {@code A}. All leaves are text.
 */
final class QueryTree {
    private static final String LIST = "member";
    private static final int MAX_DEPTH = 16;

    /**
     * The largest request that CloudWatch takes (PutMetricData: 1,000 data of 150 values with their counts and 30
     * dimensions each) needs some 400,000 nodes; a small compressed body could unfold to millions.
     */
    private static final int MAX_NODES = 500_000;

    private @Nullable String value;
    private final Map<String, QueryTree> children = new LinkedHashMap<>();

    private QueryTree() {}

    /** To be asked before the form is parsed: every parameter makes a node at least. */
    static void checkSize(String form) throws AwsError {
        if (form.chars().filter(c -> c == '&').count() >= MAX_NODES) {
            throw tooLarge();
        }
    }

    static ObjectNode of(Map<String, String> form) throws AwsError {
        QueryTree root = new QueryTree();
        int nodes = 0;
        for (var parameter : form.entrySet()) {
            nodes += root.put(parameter.getKey(), parameter.getValue());
            if (nodes > MAX_NODES) {
                throw tooLarge();
            }
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (var child : root.children.entrySet()) {
            object.set(child.getKey(), child.getValue().toJson(child.getKey()));
        }
        return object;
    }

    /** Returns how many nodes that took. */
    private int put(String name, String text) throws AwsError {
        List<String> steps = List.of(name.split("\\.", -1));
        if (steps.size() > MAX_DEPTH) {
            throw malformed("A parameter is nested too deeply.");
        }
        int added = 0;
        QueryTree node = this;
        for (String step : steps) {
            QueryTree child = node.children.get(step);
            if (child == null) {
                child = new QueryTree();
                node.children.put(step, child);
                added++;
            }
            node = child;
        }
        node.value = text;
        return added;
    }

    private JsonNode toJson(String path) throws AwsError {
        if (children.isEmpty()) {
            return JsonNodeFactory.instance.textNode(value);
        }
        if (value != null) {
            throw malformed("The parameter " + path + " is both a value and a structure.");
        }
        QueryTree list = children.get(LIST);
        if (list != null && list.value == null && children.size() == 1) {
            return list.toArray(path + "." + LIST);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (var child : children.entrySet()) {
            object.set(child.getKey(), child.getValue().toJson(path + "." + child.getKey()));
        }
        return object;
    }

    private ArrayNode toArray(String path) throws AwsError {
        Map<Integer, QueryTree> byIndex = new TreeMap<>();
        for (var child : children.entrySet()) {
            if (!child.getKey().matches("[1-9][0-9]{0,8}")) {
                throw malformed("The parameter " + path + "." + child.getKey() + " must be numbered from 1.");
            }
            byIndex.put(Integer.valueOf(child.getKey()), child.getValue());
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (var element : byIndex.entrySet()) {
            array.add(element.getValue().toJson(path + "." + element.getKey()));
        }
        return array;
    }

    private static AwsError tooLarge() {
        return new AwsError(
                AwsErrorCode.REQUEST_TOO_LARGE, "The form has more parameters than any request CloudWatch takes.");
    }

    private static AwsError malformed(String message) {
        return new AwsError(AwsErrorCode.MALFORMED_REQUEST, message);
    }
}
