package io.sreobservability.local.wire.aws.protocol;

import io.sreobservability.local.wire.aws.AwsMap;
import java.util.List;
import java.util.Map;

/** Writes the XML of Query answers: elements and text, no attributes but the namespace. */
final class XmlWriter {
    private final StringBuilder out = new StringBuilder();

    XmlWriter open(String element) {
        out.append('<').append(element).append('>');
        return this;
    }

    XmlWriter open(String element, String namespace) {
        out.append('<').append(element).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    XmlWriter close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    XmlWriter text(String element, String text) {
        open(element);
        text.codePoints().forEach(this::escaped);
        return close(element);
    }

    /** The members of a structure; a list becomes one element named "member" per item. */
    XmlWriter members(Map<String, Object> members) {
        members.forEach(this::value);
        return this;
    }

    private XmlWriter value(String element, Object value) {
        if (value instanceof List<?> list) {
            open(element);
            list.forEach(item -> value("member", item));
            close(element);
        } else if (value instanceof AwsMap map) {
            open(element);
            map.entries()
                    .forEach((key, entry) ->
                            open("entry").text("key", key).value("value", entry).close("entry"));
            close(element);
        } else if (value instanceof Map<?, ?> map) {
            open(element);
            map.forEach((name, member) -> value(String.valueOf(name), member));
            close(element);
        } else {
            text(element, value.toString());
        }
        return this;
    }

    private void escaped(int codePoint) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\r' -> out.append("&#13;");
            default -> out.appendCodePoint(isXmlCharacter(codePoint) ? codePoint : 0xFFFD);
        }
    }

    /** XML 1.0 has no way to write most control characters and no lone surrogates. */
    private static boolean isXmlCharacter(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
