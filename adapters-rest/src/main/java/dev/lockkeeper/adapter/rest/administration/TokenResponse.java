package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the management API shows of an access token: never the token.
 *
 * @param lastUsedAt to about ten seconds
 * @param clientId the OAuth client that got it, if one did
 */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record TokenResponse(
        @IdSchema String id,
        NamedResponse user,
        @Schema(ref = "#/components/schemas/Scopes") List<String> scopes,
        @Schema(type = "string", format = "date-time") String createdAt,

        @Schema(type = "string", format = "date-time") @Nullable
        String expiresAt,

        @Schema(type = "string", format = "date-time") @Nullable
        String lastUsedAt,

        @IdSchema @Nullable String clientId) {

    static TokenResponse from(IssuedToken token) {
        OAuthClientId client = token.client();
        return new TokenResponse(
                token.id().toString(),
                NamedResponse.from(token.user()),
                token.scopes().stream().map(Scope::name).sorted().toList(),
                token.createdAt().toString(),
                AdministrationAnswers.time(token.expiresAt()),
                AdministrationAnswers.time(token.lastUsedAt()),
                client == null ? null : client.toString());
    }
}
