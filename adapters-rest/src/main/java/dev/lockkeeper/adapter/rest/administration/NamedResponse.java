package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.identity.UserRef;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody or something that an answer refers to. */
@AnswerSchema
@Serdeable
record NamedResponse(@IdSchema String id, String name) {

    static NamedResponse from(UserRef user) {
        return new NamedResponse(user.id().toString(), user.name());
    }
}
