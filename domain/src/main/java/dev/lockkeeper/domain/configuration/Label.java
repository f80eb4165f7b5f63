package dev.lockkeeper.domain.configuration;

/**
 * What people call a rule, a button or a profile: one line of text, not blank, at most {@value #MAX_LENGTH} characters
 * (Unicode code points). Control characters and halves of surrogate pairs are no text, and no store could keep all of
 * them.
 */
public final class Label {

    /** The contract's limit for the name of a rule, section "Configuration". */
    public static final int MAX_LENGTH = 256;

    private Label() {}

    /** Whether a text can be one. */
    public static boolean isLabel(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.codePoints().allMatch(Label::isText);
    }

    private static boolean isText(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.SURROGATE && type != Character.CONTROL;
    }
}
