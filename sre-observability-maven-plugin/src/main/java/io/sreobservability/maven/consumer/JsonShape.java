package io.sreobservability.maven.consumer;

import io.sreobservability.maven.source.JsonValue;
import io.sreobservability.maven.source.JsonValue.JsonArray;
import io.sreobservability.maven.source.JsonValue.JsonObject;
import io.sreobservability.maven.source.JsonValue.JsonText;
import java.util.List;
import java.util.Optional;

/** Takes values of the expected kind out of a document, and reports those of another kind. */
final class JsonShape {
    private final Findings findings;

    JsonShape(Findings findings) {
        this.findings = findings;
    }

    Optional<JsonObject> object(JsonValue value, String what) {
        return as(JsonObject.class, value, what);
    }

    Optional<JsonText> text(JsonValue value, String what) {
        return as(JsonText.class, value, what);
    }

    List<JsonValue> items(JsonValue value, String what) {
        return as(JsonArray.class, value, what).map(JsonArray::items).orElse(List.of());
    }

    /** The items of a member that may be absent. */
    List<JsonValue> memberItems(JsonObject object, String name) {
        return object.member(name)
                .map(value -> items(value, "a list in \"" + name + "\""))
                .orElse(List.of());
    }

    /** A text member that may be absent. */
    Optional<JsonText> memberText(JsonObject object, String name) {
        return object.member(name).flatMap(value -> text(value, "a text in \"" + name + "\""));
    }

    /** A text member that must be there. */
    Optional<JsonText> requiredText(JsonObject object, String name) {
        if (object.member(name).isEmpty()) {
            findings.addShape(object, "an object with \"" + name + "\"");
        }
        return memberText(object, name);
    }

    private <T extends JsonValue> Optional<T> as(Class<T> kind, JsonValue value, String what) {
        if (!kind.isInstance(value)) {
            findings.addShape(value, what);
        }
        return Optional.of(value).filter(kind::isInstance).map(kind::cast);
    }
}
