package io.sreobservability.cloudwatch.metrics;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Any text in the characters that CloudWatch takes: different ones stay different, and those that fit can be read back.
 *
 * <p>What passes the rules is left as it is. A character outside them is written as a Java escape ({@code \}{@code u00e9})
 * and a backslash as two. The first character of a text of blanks, and the colon that a name begins with, are escaped, too.
 * Nothing at all becomes {@value #EMPTY}. What is too long is cut at a whole escape and ends in {@value #CUT} and a hash of
 * all of it. As an ordinary text has its backslashes doubled, none looks like one of these.
 */
final class DimensionText {

    static final String EMPTY = "\\empty";
    static final String CUT = "\\~";

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH_BYTES = 8;
    private static final int ENDING = CUT.length() + 2 * HASH_BYTES;

    private DimensionText() {}

    /** A value. */
    static String value(String raw, int maxLength) {
        return clean(raw, raw.isBlank(), maxLength);
    }

    /** A name. */
    static String name(String raw, int maxLength) {
        return clean(raw, raw.isBlank() || raw.charAt(0) == ':', maxLength);
    }

    /** A text that is clean and may only be too long. */
    static String shortened(String clean, int maxLength) {
        return clean.length() <= maxLength ? clean : clean.substring(0, maxLength - ENDING) + ending(clean);
    }

    private static String clean(String raw, boolean escapeFirst, int maxLength) {
        if (raw.isEmpty()) {
            return EMPTY;
        }
        StringBuilder clean = new StringBuilder(Math.min(raw.length(), maxLength));
        int lengthIfCut = 0;
        for (int i = 0; i < raw.length(); i++) {
            clean.append(i == 0 && escapeFirst ? escape(raw.charAt(0)) : asItMayBe(raw.charAt(i)));
            if (clean.length() > maxLength) {
                return clean.substring(0, lengthIfCut) + ending(raw);
            }
            if (clean.length() <= maxLength - ENDING) {
                lengthIfCut = clean.length();
            }
        }
        return clean.toString();
    }

    private static String asItMayBe(char c) {
        if (c == '\\') {
            return "\\\\";
        }
        return c >= ' ' && c <= '~' ? String.valueOf(c) : escape(c);
    }

    private static String escape(char c) {
        return "\\u" + HEX.toHexDigits(c);
    }

    /** Of the characters themselves: an encoding would make the same bytes of all halves of surrogate pairs. */
    private static String ending(String raw) {
        ByteBuffer characters = ByteBuffer.allocate(2 * raw.length());
        characters.asCharBuffer().put(raw);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(characters.array());
            return CUT + HEX.formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
