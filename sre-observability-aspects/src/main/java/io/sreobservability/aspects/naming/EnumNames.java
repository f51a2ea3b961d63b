package io.sreobservability.aspects.naming;

import java.util.Locale;

/** How enum constants appear in telemetry: their names in lower case, made once per enum. */
public final class EnumNames {
    private static final ClassValue<String[]> LOWER_CASE = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            Object[] constants = type.getEnumConstants();
            String[] names = new String[constants.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = ((Enum<?>) constants[i]).name().toLowerCase(Locale.ROOT);
            }
            return names;
        }
    };

    private EnumNames() {}

    /** The constant's name in lower case, for example {@code user_preferences}. */
    @SuppressWarnings("EnumOrdinal") // an index into names made from the very same class's constants
    public static String lowerCase(Enum<?> constant) {
        return LOWER_CASE.get(constant.getDeclaringClass())[constant.ordinal()];
    }
}
