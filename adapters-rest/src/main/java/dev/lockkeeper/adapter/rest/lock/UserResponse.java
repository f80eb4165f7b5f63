package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.domain.identity.UserRef;
import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record UserResponse(String id, String name) {

    static UserResponse from(UserRef user) {
        return new UserResponse(user.id().toString(), user.name());
    }
}
