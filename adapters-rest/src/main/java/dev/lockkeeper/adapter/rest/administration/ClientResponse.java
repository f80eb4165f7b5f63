package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.identity.OAuthClient;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What the management API shows of an OAuth client: never a secret. Its id is the {@code client_id} of OAuth. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record ClientResponse(
        @IdSchema String id,
        String name,
        NamedResponse user,
        @Schema(ref = "#/components/schemas/Scopes") List<String> scopes,
        @Schema(type = "string", format = "date-time") String createdAt) {

    static ClientResponse from(OAuthClient client) {
        return new ClientResponse(
                client.id().toString(),
                client.name(),
                NamedResponse.from(client.user()),
                client.scopes().stream().map(Scope::name).sorted().toList(),
                client.createdAt().toString());
    }
}
