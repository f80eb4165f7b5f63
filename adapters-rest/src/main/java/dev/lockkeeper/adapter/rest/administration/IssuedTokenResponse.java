package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.application.identity.IssueToken;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new access token, which is shown only here. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record IssuedTokenResponse(
        @IdSchema String id,
        String token,

        @Schema(type = "string", format = "date-time") @Nullable
        String expiresAt) {

    static IssuedTokenResponse from(IssueToken.Issued issued) {
        return new IssuedTokenResponse(
                issued.issued().id().toString(),
                issued.token().value(),
                AdministrationAnswers.time(issued.issued().expiresAt()));
    }

    @Override
    public String toString() {
        return "IssuedTokenResponse[hidden]";
    }
}
