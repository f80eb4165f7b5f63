package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.NullableAnswerSchema;
import dev.lockkeeper.domain.identity.UserRef;
import io.micronaut.serde.annotation.Serdeable;

@NullableAnswerSchema
@Serdeable
record UserResponse(@IdSchema String id, String name) {

    static UserResponse from(UserRef user) {
        return new UserResponse(user.id().toString(), user.name());
    }
}
