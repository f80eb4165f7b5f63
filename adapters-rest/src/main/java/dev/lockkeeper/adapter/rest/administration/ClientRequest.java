package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.application.identity.RegisterClient;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.UserId;
import java.util.Set;

/** The body that registers an OAuth client: {@code {"name","user_id","scopes"}}. */
final class ClientRequest {

    private ClientRequest() {}

    static Parsed<RegisterClient.Wanted> read(byte[] body) {
        ManagementBody sent = new ManagementBody(body);
        String name = sent.name("name");
        UserId user = sent.user("user_id");
        Set<Scope> scopes = sent.scopes("scopes");
        return sent.parsed(() -> new RegisterClient.Wanted(name, user, scopes));
    }
}
