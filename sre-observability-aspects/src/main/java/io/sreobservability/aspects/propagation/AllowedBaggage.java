package io.sreobservability.aspects.propagation;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.attribute.Sensitivity;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An inherited attribute that may go to other processes in baggage, OpenTelemetry's list of key-value pairs that travels
 * with a trace. Everybody on the way can read it, so it takes nothing that says who asked or what.
 *
 * @param attribute whose name is the key; inherited, and of no sensitivity
 * @param grammar what a value must match as a whole, on its way out and in
 */
public record AllowedBaggage(AttributeDefinition<String> attribute, Pattern grammar) {
    /** The id of the investigation, as {@code InvestigationIds} makes it. */
    public static final AllowedBaggage INVESTIGATION_ID =
            new AllowedBaggage(StandardAttributes.SRE_INVESTIGATION_ID, Pattern.compile("investigation_[0-9a-f]{16}"));

    private static final int LONGEST_VALUE = 256;

    /**
     * Checks that the attribute may leave the process.
     *
     * @throws IllegalArgumentException if it is an identifier or content, or is not inherited
     */
    public AllowedBaggage {
        Objects.requireNonNull(grammar, "grammar");
        if (attribute.sensitivity() != Sensitivity.NONE) {
            throw new IllegalArgumentException(attribute.name() + " is private and must not leave in baggage");
        }
        if (!attribute.inherited()) {
            throw new IllegalArgumentException(attribute.name() + " is not inherited, so no span would get it");
        }
    }

    String key() {
        return attribute.name();
    }

    /** Whether the value may travel: of characters that baggage never has to escape, and of the attribute's grammar. */
    boolean admits(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST_VALUE
                && value.chars().allMatch(AllowedBaggage::needsNoEscape)
                && grammar.matcher(value).matches();
    }

    private static boolean needsNoEscape(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }
}
