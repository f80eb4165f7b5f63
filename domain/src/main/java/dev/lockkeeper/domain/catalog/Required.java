package dev.lockkeeper.domain.catalog;

/** Checks that several records of this package share. */
final class Required {

    private Required() {}

    /** Refuses a text that is empty or all white space, saying what it was to be. */
    static void text(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
    }
}
