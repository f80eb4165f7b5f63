package dev.lockkeeper.domain.criteria;

import java.util.Locale;

/**
 * Makes texts that differ only in case the same: Unicode's full case folding (statuses C and F of
 * {@code CaseFolding.txt}), the same in every language, so that {@code STRASSE} is {@code Straße}.
 *
 * <p>Java has no such method. Lower, upper and lower case one after the other come to the same groups of texts, though
 * not always to the same member of a group; a test proves it for every code point against ICU.
 */
final class CaseFolding {

    /** Its capital is I, whose small letter is i; but only Turkish folds the three together. */
    private static final char DOTLESS_I = 'ı';

    private CaseFolding() {}

    /** A text that equals the folded form of exactly those texts that differ from {@code text} only in case. */
    static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        int start = 0;
        for (int dotless = text.indexOf(DOTLESS_I); dotless >= 0; dotless = text.indexOf(DOTLESS_I, start)) {
            appendFolded(text.substring(start, dotless), folded);
            folded.append(DOTLESS_I);
            start = dotless + 1;
        }
        appendFolded(text.substring(start), folded);
        return folded.toString();
    }

    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > '~' || (character >= 'A' && character <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static void appendFolded(String part, StringBuilder folded) {
        String capitals = part.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        // One by one: String.toLowerCase would turn a sigma at the end of a word into another letter.
        for (int i = 0; i < capitals.length(); i = capitals.offsetByCodePoints(i, 1)) {
            folded.appendCodePoint(Character.toLowerCase(capitals.codePointAt(i)));
        }
    }
}
