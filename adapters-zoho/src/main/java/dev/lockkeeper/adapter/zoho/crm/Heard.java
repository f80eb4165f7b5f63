package dev.lockkeeper.adapter.zoho.crm;

import org.jspecify.annotations.Nullable;

/** What came back from a host. */
sealed interface Heard {

    /**
     * An answer, complete as far as its length says.
     *
     * @param creditsRemaining null when it does not say
     */
    record Response(int status, String body, @Nullable Long creditsRemaining) implements Heard {

        /** Never the body, which may hold a token. */
        @Override
        public String toString() {
            return "Response[" + status + "]";
        }
    }

    /** There was no connection, so nothing was sent. */
    record NoConnection() implements Heard {}

    /** Something may have been sent, and no whole answer came. */
    record NoAnswer() implements Heard {}
}
