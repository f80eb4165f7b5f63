package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Profiles} in memory. */
public final class InMemoryProfiles implements Profiles {

    private final InMemoryIdentities identities;

    InMemoryProfiles(InMemoryIdentities identities) {
        this.identities = identities;
    }

    public void add(Profile profile) {
        synchronized (identities) {
            identities.profiles.put(profile.id().value(), profile);
        }
    }

    @Override
    public Optional<Profile> find(ProfileId id) {
        synchronized (identities) {
            return Optional.ofNullable(identities.profiles.get(id.value()));
        }
    }

    @Override
    public Optional<Profile> find(String name) {
        synchronized (identities) {
            return identities.profiles.values().stream()
                    .filter(profile -> profile.name().equals(name))
                    .findFirst();
        }
    }

    @Override
    public List<Profile> list(@Nullable ProfileId after, int limit) {
        synchronized (identities) {
            return identities.profiles.tailMap(after == null ? 0 : after.value(), false).values().stream()
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public PutProfileOutcome put(NewProfile wanted, Instant now) {
        synchronized (identities) {
            ProfileId id = find(wanted.name()).map(Profile::id).orElseGet(() -> new ProfileId(identities.nextId()));
            if (!wanted.permissions().contains(Permission.ADMINISTER)
                    && identities.administered(now, token -> ofProfile(token, id))
                    && !identities.administered(now, token -> !ofProfile(token, id))) {
                return new PutProfileOutcome.LastAdministrator();
            }
            Profile profile = new Profile(id, wanted.name(), wanted.permissions());
            add(profile);
            return new PutProfileOutcome.Put(profile);
        }
    }

    private boolean ofProfile(InMemoryIdentities.StoredToken token, ProfileId profile) {
        return identities.user(token.user()).profile().equals(profile);
    }
}
