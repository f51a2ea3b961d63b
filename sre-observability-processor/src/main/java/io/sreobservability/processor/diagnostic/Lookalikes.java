package io.sreobservability.processor.diagnostic;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds characters that only look like those of the standard's names, as they come with pasted text. */
public final class Lookalikes {
    // Unicode's confusables (UTS 39) for the characters of names; full-width and styled letters are left to NFKC.
    private static final String LOOKS = "аеорсухіјѕһԁԛԝѵӏ" + "АВЕКМНОРСТУХІЈЅ" + "αοορνικυχ" + "ıɡɑʟ" + "‐‑‒–−" + "ˍ";
    private static final String MEANT = "aeopcyxijshdqwvl" + "ABEKMHOPCTYXIJS" + "aoopvikux" + "igal" + "-----" + "_";

    private Lookalikes() {}

    /** The text with each lookalike replaced by the character that it looks like. */
    public static String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(codePoint -> out.appendCodePoint(meant(codePoint).orElse(codePoint)));
        return out.toString();
    }

    /** A sentence about the first lookalike in the text; empty if there is none. */
    static Optional<String> warning(String text) {
        return text.codePoints()
                .filter(codePoint -> meant(codePoint).isPresent())
                .boxed()
                .findFirst()
                .map(codePoint -> String.format(
                        Locale.ROOT,
                        "The `%s` in it is U+%04X %s, which only looks like `%s`.",
                        Character.toString(codePoint),
                        codePoint,
                        Character.getName(codePoint),
                        Character.toString(meant(codePoint).orElseThrow())));
    }

    private static OptionalInt meant(int codePoint) {
        if (codePoint < 0x80) {
            return OptionalInt.empty();
        }
        int index = LOOKS.indexOf(codePoint);
        if (index >= 0) {
            return OptionalInt.of(MEANT.charAt(index));
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return plain.length() == 1 && plain.charAt(0) > ' ' && plain.charAt(0) < 0x7f
                ? OptionalInt.of(plain.charAt(0))
                : OptionalInt.empty();
    }
}
