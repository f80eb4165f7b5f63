package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

import java.io.Serial;

final class HasAName extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    HasAName() {
        super("fine");
    }
}
