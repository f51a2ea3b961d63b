package io.sreobservability.registry.reference;

import io.sreobservability.registry.contract.ContractPoint;
import java.util.ArrayList;
import java.util.List;

/** How a method is named to people: {@code com.acme.Agent.call(String, int[])}. */
final class Signatures {
    private Signatures() {}

    static String of(ContractPoint point) {
        return point.className().replace('$', '.') + "." + point.method() + parameters(point.descriptor());
    }

    /** The parameters of a descriptor (JVMS 4.3.3) by their simple names; a text that is none is shown as it is. */
    private static String parameters(String descriptor) {
        int end = descriptor.indexOf(')');
        if (!descriptor.startsWith("(") || end < 0) {
            return descriptor;
        }
        List<String> types = new ArrayList<>();
        int at = 1;
        while (at < end) {
            int dimensions = 0;
            while (at < end && descriptor.charAt(at) == '[') {
                dimensions++;
                at++;
            }
            int last = at < end && descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) : at;
            if (last < 0 || last >= end) {
                return descriptor;
            }
            types.add(simpleName(descriptor.substring(at, last + 1)) + "[]".repeat(dimensions));
            at = last + 1;
        }
        return "(" + String.join(", ", types) + ")";
    }

    private static String simpleName(String type) {
        return switch (type.charAt(0)) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'C' -> "char";
            case 'F' -> "float";
            case 'D' -> "double";
            case 'L' -> {
                String name = type.substring(1, type.length() - 1).replace('$', '/');
                yield name.substring(name.lastIndexOf('/') + 1);
            }
            default -> type;
        };
    }
}
