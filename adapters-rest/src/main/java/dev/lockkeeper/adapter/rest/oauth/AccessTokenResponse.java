package dev.lockkeeper.adapter.rest.oauth;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.application.identity.IssueClientToken;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.stream.Collectors;

/**
 * An access token as Zoho answers it (wire contract, "Calling the real Zoho CRM"; RFC 6749, section 5.1).
 *
 * @param scope separated by spaces
 * @param apiDomain the address under which the token is good: this service's, as the caller named it
 * @param expiresIn seconds
 */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record AccessTokenResponse(String accessToken, String scope, String apiDomain, String tokenType, long expiresIn) {

    static AccessTokenResponse from(IssueClientToken.Issued issued, String apiDomain) {
        return new AccessTokenResponse(
                issued.token().value(),
                issued.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(" ")),
                apiDomain,
                "Bearer",
                IssueClientToken.LIFE.toSeconds());
    }

    @Override
    public String toString() {
        return "AccessTokenResponse[hidden]";
    }
}
