package dev.lockkeeper.domain.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Profiles} in memory. */
public final class InMemoryProfiles implements Profiles {

    private final Map<ProfileId, Profile> profiles = new ConcurrentHashMap<>();

    public void add(Profile profile) {
        profiles.put(profile.id(), profile);
    }

    @Override
    public Optional<Profile> find(ProfileId id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public Optional<Profile> find(String name) {
        return profiles.values().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }
}
