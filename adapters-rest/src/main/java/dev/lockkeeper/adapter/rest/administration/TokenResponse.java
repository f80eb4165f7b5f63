package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the management API shows of an access token: never the token.
 *
 * @param lastUsedAt to about ten seconds
 * @param clientId the OAuth client that got it, if one did
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record TokenResponse(
        String id,
        NamedResponse user,
        List<String> scopes,
        String createdAt,
        @Nullable String expiresAt,
        @Nullable String lastUsedAt,
        @Nullable String clientId) {

    static TokenResponse from(IssuedToken token) {
        OAuthClientId client = token.client();
        return new TokenResponse(
                token.id().toString(),
                NamedResponse.from(token.user()),
                token.scopes().stream().map(Scope::name).sorted().toList(),
                token.createdAt().toString(),
                ManagementAnswers.time(token.expiresAt()),
                ManagementAnswers.time(token.lastUsedAt()),
                client == null ? null : client.toString());
    }
}
