package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.decision.Actor;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** Users and profiles, which never go. Not for several threads at once. */
final class KnownPeople {

    private final Long2ObjectHashMap<Actor> users = new Long2ObjectHashMap<>();
    private final Map<String, Profile> profilesByName = new HashMap<>();
    private final Map<String, Profile> profilesById = new HashMap<>();

    void add(List<User> changed, List<Profile> profiles) {
        changed.forEach(user -> users.put(user.id().value(), Actor.of(user)));
        profiles.forEach(profile -> {
            profilesByName.put(profile.name(), profile);
            profilesById.put(profile.id().toString(), profile);
        });
    }

    /** Whether a user is known who may be named by a lock. */
    boolean knows(long user) {
        return users.containsKey(user);
    }

    String nameOf(long user) {
        Actor actor = users.get(user);
        return actor == null || actor.user() == null ? "" : actor.user().name();
    }

    Actor actor(Subject subject) {
        OptionalLong id = CrmId.parse(subject.id());
        @Nullable Actor known = id.isPresent() ? users.get(id.getAsLong()) : null;
        if (known != null) {
            return known;
        }
        String word = subject.profile();
        Profile profile = word == null ? null : profilesByName.getOrDefault(word, profilesById.get(word));
        return profile == null ? Actor.unknown(subject.portal(), word) : Actor.of(subject.portal(), profile);
    }
}
