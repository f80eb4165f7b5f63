package dev.lockkeeper.adapter.zoho.crm;

import java.io.Serial;

/** An answer lacks what it has to have. Says where, never what was there. */
final class NotUnderstood extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotUnderstood(String where) {
        super("Not understood: " + where);
    }
}
