package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.identity.InMemoryIdentities.Registration;
import dev.lockkeeper.domain.identity.InMemoryIdentities.StoredUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link OAuthClients} in memory. */
public final class InMemoryOAuthClients implements OAuthClients {

    private final InMemoryIdentities identities;

    InMemoryOAuthClients(InMemoryIdentities identities) {
        this.identities = identities;
    }

    @Override
    public RegisterOutcome register(NewOAuthClient wanted) {
        synchronized (identities) {
            StoredUser user = identities.users.get(wanted.user().value());
            if (user == null) {
                return new RegisterOutcome.NoSuchUser();
            }
            OAuthClientId id = new OAuthClientId(identities.nextId());
            OAuthClient client = new OAuthClient(
                    id, wanted.name(), identities.user(user).ref(), wanted.scopes(), wanted.createdAt());
            identities.clients.put(id.value(), new Registration(client, wanted.secret(), wanted.refreshToken()));
            return new RegisterOutcome.Registered(client);
        }
    }

    @Override
    public List<OAuthClient> list(@Nullable OAuthClientId after, int limit) {
        synchronized (identities) {
            return identities.clients.tailMap(after == null ? 0 : after.value(), false).values().stream()
                    .limit(limit)
                    .map(Registration::client)
                    .toList();
        }
    }

    @Override
    public boolean remove(OAuthClientId id) {
        synchronized (identities) {
            identities
                    .tokens
                    .values()
                    .removeIf(token -> id.equals(token.issued().client()));
            return identities.clients.remove(id.value()) != null;
        }
    }

    @Override
    public CheckOutcome check(ClientCredentials presented) {
        synchronized (identities) {
            Registration known = identities.clients.get(presented.client().value());
            if (known == null) {
                return new CheckOutcome.UnknownClient();
            }
            if (!known.secret().equals(presented.secret())) {
                return new CheckOutcome.WrongSecret();
            }
            Secret refreshToken = presented.refreshToken();
            return refreshToken == null || known.refreshToken().equals(refreshToken)
                    ? new CheckOutcome.Accepted(known.client())
                    : new CheckOutcome.WrongRefreshToken();
        }
    }
}
