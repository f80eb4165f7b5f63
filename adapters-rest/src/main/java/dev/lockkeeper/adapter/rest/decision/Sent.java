package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.domain.store.StorableText;

/** Either what a caller sent or what is wrong with it. Null is as good as not sent, and other members are passed over. */
sealed interface Sent<T> {

    /** What was sent. */
    record Read<T>(T value) implements Sent<T> {}

    /**
     * Something that cannot be taken.
     *
     * @param message names the member, and says what it is to be
     */
    record Malformed<T>(String message) implements Sent<T> {}

    /** What is wrong with a body that is no JSON object. */
    static <T> Malformed<T> notAnObject() {
        return new Malformed<>("The body is not a JSON object, in UTF-8 and without repeated keys.");
    }

    /** Whether a text is one that a store can be asked for, and that can be answered. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return StorableText.isStorable(text);
            }
        }
        return true;
    }
}
