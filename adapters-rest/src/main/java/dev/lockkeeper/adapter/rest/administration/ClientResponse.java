package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.domain.identity.OAuthClient;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/** What the management API shows of an OAuth client: never a secret. Its id is the {@code client_id} of OAuth. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ClientResponse(String id, String name, NamedResponse user, List<String> scopes, String createdAt) {

    static ClientResponse from(OAuthClient client) {
        return new ClientResponse(
                client.id().toString(),
                client.name(),
                NamedResponse.from(client.user()),
                client.scopes().stream().map(Scope::name).sorted().toList(),
                client.createdAt().toString());
    }
}
