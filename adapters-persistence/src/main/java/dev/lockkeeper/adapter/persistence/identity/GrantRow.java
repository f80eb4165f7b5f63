package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code access_token} with its user and the user's profile. */
@MappedEntity("access_token")
record GrantRow(
        @Id long id,
        List<String> scopes,
        @Nullable Instant expiresAt,
        long userId,
        String userName,
        boolean portal,
        long profileId,
        String profileName,
        List<String> permissions) {

    Grant toDomain() {
        Profile profile = new ProfileRow(profileId, profileName, permissions).toDomain();
        return new Grant(
                new User(new UserId(userId), userName, profile, portal),
                scopes.stream().map(Scope::new).collect(Collectors.toSet()),
                expiresAt);
    }
}
