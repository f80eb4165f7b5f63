package dev.lockkeeper.adapter.rest.json;

/** A body is longer than its call needs, and was not read. Thrown since no call can go on, and all answer it alike. */
public final class BodyTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLong(int bytes) {
        super("A body of " + bytes + " bytes");
    }
}
