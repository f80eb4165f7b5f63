package dev.lockkeeper.domain.lock;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was locked by hand: text for people, kept exactly as sent.
 *
 * <p>Mandatory, at most {@value #MAX_LENGTH} characters (Unicode code points), and blank counts as missing: wire
 * contract, section "Locking information". Line breaks and tabs are part of a text; other control characters and
 * halves of surrogate pairs are not, and no store could keep all of them.
 */
public record LockReason(String text) {

    public static final int MAX_LENGTH = 3000;

    /** What {@link #check} found. */
    public sealed interface Check {}

    public record Accepted(LockReason reason) implements Check {}

    public record Refused(Fault fault) implements Check {}

    /** Why a text is no reason. */
    public enum Fault {
        MISSING,
        TOO_LONG,
        NOT_TEXT
    }

    /** @throws IllegalArgumentException when {@link #check} refuses the text */
    public LockReason {
        Fault fault = faultOf(text);
        if (fault != null) {
            throw new IllegalArgumentException("Not a reason: " + fault);
        }
    }

    /** Never the text: reasons are for people, not for logs. */
    @Override
    public String toString() {
        return "LockReason[hidden]";
    }

    /** Judges what a caller sent; {@code null} is nothing sent. */
    public static Check check(@Nullable String text) {
        if (text == null) {
            return new Refused(Fault.MISSING);
        }
        Fault fault = faultOf(text);
        return fault == null ? new Accepted(new LockReason(text)) : new Refused(fault);
    }

    private static @Nullable Fault faultOf(String text) {
        if (text.codePoints().allMatch(LockReason::isBlank)) {
            return Fault.MISSING;
        }
        if (!text.codePoints().allMatch(LockReason::isText)) {
            return Fault.NOT_TEXT;
        }
        return text.codePointCount(0, text.length()) > MAX_LENGTH ? Fault.TOO_LONG : null;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            default -> true;
        };
    }
}
