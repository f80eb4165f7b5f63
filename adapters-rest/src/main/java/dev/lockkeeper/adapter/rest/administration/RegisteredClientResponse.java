package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.application.identity.RegisterClient;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** A new OAuth client with what it gets tokens by, which is shown only here. Its id is its {@code client_id} too. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record RegisteredClientResponse(
        @IdSchema String id, @IdSchema String clientId, String clientSecret, String refreshToken) {

    static RegisteredClientResponse from(RegisterClient.Registered registered) {
        String id = registered.client().id().toString();
        return new RegisteredClientResponse(
                id, id, registered.secret().value(), registered.refreshToken().value());
    }

    @Override
    public String toString() {
        return "RegisteredClientResponse[hidden]";
    }
}
