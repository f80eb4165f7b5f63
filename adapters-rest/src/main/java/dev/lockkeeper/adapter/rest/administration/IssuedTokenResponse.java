package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.application.identity.IssueToken;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/** A new access token, which is shown only here. */
@Serdeable(naming = SnakeCaseStrategy.class)
record IssuedTokenResponse(
        String id, String token, @Nullable String expiresAt) {

    static IssuedTokenResponse from(IssueToken.Issued issued) {
        return new IssuedTokenResponse(
                issued.issued().id().toString(),
                issued.token().value(),
                ManagementAnswers.time(issued.issued().expiresAt()));
    }
}
