package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.identity.InMemoryIdentities.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Users} in memory. */
public final class InMemoryUsers implements Users {

    private final InMemoryIdentities identities;

    InMemoryUsers(InMemoryIdentities identities) {
        this.identities = identities;
    }

    @Override
    public Optional<User> find(ExternalId id) {
        synchronized (identities) {
            return identities.users.values().stream()
                    .filter(user -> id.equals(user.externalId()))
                    .map(identities::user)
                    .findFirst();
        }
    }

    @Override
    public List<ListedUser> list(@Nullable UserId after, int limit) {
        synchronized (identities) {
            return identities.users.tailMap(after == null ? 0 : after.value(), false).values().stream()
                    .limit(limit)
                    .map(user -> new ListedUser(identities.user(user), user.externalId()))
                    .toList();
        }
    }

    @Override
    public UserOutcome create(NewUser wanted) {
        synchronized (identities) {
            Optional<ProfileId> profile = profile(wanted.profile());
            if (profile.isEmpty()) {
                return new UserOutcome.NoSuchProfile();
            }
            if (wanted.externalId() != null && find(wanted.externalId()).isPresent()) {
                return new UserOutcome.ExternalIdTaken();
            }
            UserId id = new UserId(identities.nextId());
            return store(new StoredUser(id, wanted.name(), profile.get(), wanted.portal(), wanted.externalId()));
        }
    }

    @Override
    public UserOutcome change(UserId id, String name, String profileName) {
        synchronized (identities) {
            Optional<ProfileId> profile = profile(profileName);
            if (profile.isEmpty()) {
                return new UserOutcome.NoSuchProfile();
            }
            StoredUser user = identities.user(id);
            return store(new StoredUser(id, name, profile.get(), user.portal(), user.externalId()));
        }
    }

    /** A user of the CRM, made with this id and a profile without permissions where it is not known yet. */
    public UserRef ofCrm(UserRef user, String profileName) {
        synchronized (identities) {
            if (!identities.users.containsKey(user.id().value())) {
                ProfileId profile = profile(profileName).orElseGet(() -> {
                    Profile made = new Profile(new ProfileId(identities.nextId()), profileName, Set.of());
                    identities.profiles.put(made.id().value(), made);
                    return made.id();
                });
                store(new StoredUser(user.id(), user.name(), profile, false, null));
            }
            return new UserRef(user.id(), identities.user(user.id()).name());
        }
    }

    private UserOutcome store(StoredUser user) {
        identities.users.put(user.id().value(), user);
        return new UserOutcome.Stored(identities.user(user));
    }

    private Optional<ProfileId> profile(String name) {
        return identities.profiles.values().stream()
                .filter(profile -> profile.name().equals(name))
                .map(Profile::id)
                .findFirst();
    }
}
