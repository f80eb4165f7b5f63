package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A row of {@code profile}. */
@MappedEntity("profile")
record ProfileRow(@Id long id, String name, List<String> permissions) {

    Profile toDomain() {
        return new Profile(
                new ProfileId(id),
                name,
                permissions.stream()
                        .map(permission -> Permission.valueOf(permission.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }
}
