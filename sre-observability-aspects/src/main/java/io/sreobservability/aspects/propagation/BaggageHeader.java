package io.sreobservability.aspects.propagation;

import io.opentelemetry.context.Context;
import io.sreobservability.aspects.engine.InheritedAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The header {@code baggage} (https://www.w3.org/TR/baggage/), reduced to an allow-list: what is not on it is neither
 * written nor kept when it is read.
 */
final class BaggageHeader {
    static final String NAME = "baggage";

    /** The limits of the W3C recommendation; more than that is nobody's duty to read. */
    static final int MAX_LENGTH = 8192;

    static final int MAX_MEMBERS = 64;

    private final List<AllowedBaggage> allowed;

    BaggageHeader(List<AllowedBaggage> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    BaggageHeader allowing(AllowedBaggage further) {
        List<AllowedBaggage> longer = new ArrayList<>(allowed);
        longer.add(further);
        return new BaggageHeader(longer);
    }

    /** The header for what spans below this context inherit; empty if nothing of it may leave. */
    String write(Context context) {
        StringBuilder header = new StringBuilder();
        for (AllowedBaggage item : allowed) {
            String value = InheritedAttributes.find(context, item.attribute());
            if (value != null && item.admits(value)) {
                header.append(header.isEmpty() ? "" : ",")
                        .append(item.key())
                        .append('=')
                        .append(value);
            }
        }
        return header.toString();
    }

    /** The context with what the header brings and the list allows; that is all of the header that is kept. */
    Incoming<Context> read(String header, Context context) {
        if (header.length() > MAX_LENGTH || members(header) > MAX_MEMBERS) {
            return new Incoming<>(context, true);
        }
        Context result = context;
        boolean refused = false;
        for (AllowedBaggage item : allowed) {
            List<String> values = values(header, item.key());
            // Two values for one key: at least one of them is not what the caller meant.
            if (values.size() == 1 && item.admits(values.get(0))) {
                result = InheritedAttributes.with(result, item.attribute(), values.get(0));
            } else {
                refused |= !values.isEmpty();
            }
        }
        return new Incoming<>(result, refused);
    }

    private static int members(String header) {
        return 1 + (int) header.chars().filter(c -> c == ',').count();
    }

    private static List<String> values(String header, String key) {
        List<String> values = new ArrayList<>();
        for (int start = 0; start <= header.length(); ) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            int equals = header.indexOf('=', start);
            if (equals >= 0
                    && equals < end
                    && header.substring(start, equals).strip().equals(key)) {
                values.add(withoutProperties(header.substring(equals + 1, end)));
            }
            start = end + 1;
        }
        return values;
    }

    /** A value may have properties, {@code value;ttl=1}, which mean nothing to us. */
    private static String withoutProperties(String member) {
        int semicolon = member.indexOf(';');
        return (semicolon < 0 ? member : member.substring(0, semicolon)).strip();
    }
}
