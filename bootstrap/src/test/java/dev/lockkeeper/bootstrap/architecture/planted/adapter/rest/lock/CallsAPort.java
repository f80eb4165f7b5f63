package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.lock;

import dev.lockkeeper.bootstrap.architecture.planted.domain.bell.Bells;

final class CallsAPort {

    static int ring(Bells bells) {
        return bells.ring();
    }
}
