package dev.lockkeeper.domain.store;

/**
 * What every store can keep of a text: any characters but U+0000, which PostgreSQL refuses, and halves of surrogate
 * pairs, which are no characters and have no form in UTF-8.
 */
public final class StorableText {

    private StorableText() {}

    /** Whether the whole text can be kept. */
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(StorableText::isStorable);
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
