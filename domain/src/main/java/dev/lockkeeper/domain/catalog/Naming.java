package dev.lockkeeper.domain.catalog;

import java.util.regex.Pattern;

/**
 * How modules and fields may be named that are added at run time: api names as Zoho builds them, and labels of one
 * line. Names of the standard catalogue are not held to it.
 */
public final class Naming {

    /** The longest api name and the longest label, in Unicode code points; Zoho's own limits are narrower. */
    public static final int MAX_LENGTH = 100;

    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private Naming() {}

    /** Whether a text can be an api name: Latin letters, digits and underscores, beginning with a letter. */
    public static boolean isApiName(String text) {
        return text.length() <= MAX_LENGTH && API_NAME.matcher(text).matches();
    }

    /**
     * Whether a text can be a label: not blank, without control characters and halves of surrogate pairs, which no
     * store could keep all of.
     */
    public static boolean isLabel(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.codePoints().allMatch(Naming::isText)
                && !text.codePoints().allMatch(Naming::isBlank);
    }

    private static boolean isText(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.SURROGATE && type != Character.CONTROL;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    static void requireApiName(String text) {
        if (!isApiName(text)) {
            throw new IllegalArgumentException("not an api name, of " + text.length() + " characters");
        }
    }

    static void requireLabel(String text, String apiName) {
        if (!isLabel(text)) {
            throw new IllegalArgumentException("the label of " + apiName + " is none");
        }
    }
}
