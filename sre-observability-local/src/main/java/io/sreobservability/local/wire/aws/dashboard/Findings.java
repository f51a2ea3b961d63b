package io.sreobservability.local.wire.aws.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.wire.aws.AwsError.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a dashboard body; all of it, so that the author can fix it in one go. */
final class Findings {
    private static final int MAX_FINDINGS = 100;

    private final List<ValidationMessage> errors = new ArrayList<>();
    private final List<ValidationMessage> warnings = new ArrayList<>();

    /** What keeps the dashboard from being saved. */
    List<ValidationMessage> errors() {
        return List.copyOf(errors);
    }

    /** What is odd, but does not keep the dashboard from being saved. */
    List<ValidationMessage> warnings() {
        return List.copyOf(warnings);
    }

    void add(String path, String message) {
        add(errors, path, message);
    }

    private static void add(List<ValidationMessage> to, String path, String message) {
        if (to.size() < MAX_FINDINGS) {
            to.add(new ValidationMessage(path, message));
        }
    }

    /** A member that must be a text of at least one character. */
    void requireText(String path, JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            add(path + "/" + member, "Should be a text that is not empty");
        }
    }

    /** A member that may be missing, but if not must be one of {@code allowed}. */
    void allowOnly(String path, JsonNode object, String member, Collection<String> allowed) {
        JsonNode value = object.path(member);
        if (!value.isMissingNode() && !(value.isTextual() && allowed.contains(value.textValue()))) {
            add(path + "/" + member, "Should be one of " + String.join(", ", allowed));
        }
    }

    /** A member that may be missing, but if not must be a whole number in a range. */
    void allowWhole(String path, JsonNode object, String member, int minimum, int maximum) {
        JsonNode value = object.path(member);
        if (!value.isMissingNode()
                && !(value.canConvertToInt()
                        && value.isIntegralNumber()
                        && value.intValue() >= minimum
                        && value.intValue() <= maximum)) {
            add(path + "/" + member, "Should be a whole number from " + minimum + " to " + maximum);
        }
    }

    /** A member that may be missing, but if not must be a list of limited length. */
    void allowList(String path, JsonNode object, String member, int maximum) {
        JsonNode value = object.path(member);
        if (!value.isMissingNode() && !(value.isArray() && value.size() <= maximum)) {
            add(path + "/" + member, "Should be a list of at most " + maximum);
        }
    }

    /** Warns of members that CloudWatch does not document: most often they are misspelt. */
    void expectMembers(String path, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                add(warnings, path + "/" + name, "Is not a member that exists here");
            }
        });
    }
}
