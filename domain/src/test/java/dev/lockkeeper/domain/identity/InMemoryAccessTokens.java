package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.identity.InMemoryIdentities.Registration;
import dev.lockkeeper.domain.identity.InMemoryIdentities.StoredToken;
import dev.lockkeeper.domain.identity.InMemoryIdentities.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link AccessTokens} in memory. */
public final class InMemoryAccessTokens implements AccessTokens {

    private final InMemoryIdentities identities;

    /** On a store of its own. */
    public InMemoryAccessTokens() {
        this(new InMemoryIdentities());
    }

    InMemoryAccessTokens(InMemoryIdentities identities) {
        this.identities = identities;
    }

    /** Puts a token in force that is listed nowhere, of a user that need not be stored. */
    public void add(AccessToken token, Grant grant) {
        synchronized (identities) {
            identities.grants.put(token, grant);
        }
    }

    public void clear() {
        synchronized (identities) {
            identities.grants.clear();
            identities.tokens.clear();
        }
    }

    public boolean isEmpty() {
        synchronized (identities) {
            return identities.grants.isEmpty() && identities.tokens.isEmpty();
        }
    }

    @Override
    public Optional<Grant> find(AccessToken token) {
        synchronized (identities) {
            return Optional.ofNullable(identities.grants.get(token))
                    .or(() -> identities.tokens.values().stream()
                            .filter(stored -> stored.token().equals(token))
                            .map(this::grant)
                            .findFirst());
        }
    }

    @Override
    public Optional<Grant> recall(AccessToken token) {
        return find(token);
    }

    private Grant grant(StoredToken stored) {
        IssuedToken issued = stored.issued();
        User user = identities.user(identities.user(stored.user()));
        return new Grant(user, issued.scopes(), issued.expiresAt(), issued.id());
    }

    @Override
    public IssueOutcome issue(NewToken wanted) {
        synchronized (identities) {
            StoredUser user = identities.users.get(wanted.user().value());
            if (user == null) {
                return new IssueOutcome.NoSuchUser();
            }
            OAuthClientId client = wanted.client();
            if (client != null) {
                Registration registration = identities.clients.get(client.value());
                if (registration == null) {
                    return new IssueOutcome.NoSuchClient();
                }
                identities
                        .tokens
                        .values()
                        .removeIf(stored -> client.equals(stored.issued().client())
                                && !grant(stored).isInForce(wanted.createdAt()));
            }
            TokenId id = new TokenId(identities.nextId());
            IssuedToken issued = new IssuedToken(
                    id,
                    identities.user(user).ref(),
                    wanted.scopes(),
                    wanted.createdAt(),
                    wanted.expiresAt(),
                    null,
                    client);
            identities.tokens.put(id.value(), new StoredToken(wanted.token(), user.id(), issued));
            return new IssueOutcome.Issued(issued);
        }
    }

    @Override
    public List<IssuedToken> list(@Nullable TokenId after, int limit) {
        synchronized (identities) {
            return identities.tokens.tailMap(after == null ? 0 : after.value(), false).values().stream()
                    .limit(limit)
                    .map(StoredToken::issued)
                    .toList();
        }
    }

    @Override
    public RevokeOutcome revoke(TokenId id, Instant now) {
        synchronized (identities) {
            StoredToken stored = identities.tokens.get(id.value());
            if (stored == null) {
                return RevokeOutcome.UNKNOWN;
            }
            if (identities.administered(now, stored::equals)
                    && !identities.administered(now, token -> !stored.equals(token))) {
                return RevokeOutcome.LAST_ADMINISTRATOR;
            }
            identities.tokens.remove(id.value());
            return RevokeOutcome.REVOKED;
        }
    }

    @Override
    public void noteUses(Map<TokenId, Instant> uses) {
        synchronized (identities) {
            uses.forEach(
                    (id, at) -> identities.tokens.computeIfPresent(id.value(), (number, stored) -> usedAt(stored, at)));
        }
    }

    private static StoredToken usedAt(StoredToken stored, Instant at) {
        IssuedToken it = stored.issued();
        Instant before = it.lastUsedAt();
        Instant last = before == null || before.isBefore(at) ? at : before;
        return new StoredToken(
                stored.token(),
                stored.user(),
                new IssuedToken(it.id(), it.user(), it.scopes(), it.createdAt(), it.expiresAt(), last, it.client()));
    }
}
