package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** A profile as the management API shows it. */
@Serdeable
record ProfileResponse(String id, String name, List<String> permissions) {

    static ProfileResponse from(Profile profile) {
        return new ProfileResponse(
                profile.id().toString(),
                profile.name(),
                profile.permissions().stream()
                        .sorted()
                        .map(ProfileResponse::word)
                        .toList());
    }

    /** How a permission is written. */
    static String word(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }
}
