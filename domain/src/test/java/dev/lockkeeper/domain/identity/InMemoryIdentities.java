package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the identity ports in memory share; whoever uses it holds its monitor. */
final class InMemoryIdentities {

    /** An OAuth client with what it has to present. */
    record Registration(OAuthClient client, Secret secret, Secret refreshToken) {}

    /** A user whose profile is looked up when it is needed, since it may change. */
    record StoredUser(
            UserId id,
            String name,
            ProfileId profile,
            boolean portal,
            @Nullable ExternalId externalId) {}

    /** A token with what is known of it. */
    record StoredToken(AccessToken token, UserId user, IssuedToken issued) {}

    final NavigableMap<Long, Profile> profiles = new TreeMap<>();
    final NavigableMap<Long, StoredUser> users = new TreeMap<>();
    final NavigableMap<Long, StoredToken> tokens = new TreeMap<>();
    final NavigableMap<Long, Registration> clients = new TreeMap<>();
    /** What tests put in as it is: tokens of users that are stored nowhere. */
    final Map<AccessToken, Grant> grants = new LinkedHashMap<>();

    private long lastId;

    long nextId() {
        return ++lastId;
    }

    /** A user who must be there: users are never removed. */
    StoredUser user(UserId id) {
        return Objects.requireNonNull(users.get(id.value()), "no such user");
    }

    User user(StoredUser user) {
        Profile profile = profiles.get(user.profile().value());
        if (profile == null) {
            throw new IllegalStateException("A user without a profile");
        }
        return new User(user.id(), user.name(), profile, user.portal());
    }

    /** Whether there is an administrator's token among those of the users that are asked for. */
    boolean administered(Instant now, Predicate<StoredToken> among) {
        return tokens.values().stream().filter(among).anyMatch(token -> administers(token, now));
    }

    private boolean administers(StoredToken token, Instant now) {
        IssuedToken issued = token.issued();
        StoredUser user = user(token.user());
        return issued.client() == null
                && issued.scopes().contains(Scope.ADMINISTRATION)
                && new Grant(user(user), issued.scopes(), issued.expiresAt(), issued.id()).isInForce(now)
                && user(user).may(Permission.ADMINISTER);
    }
}
