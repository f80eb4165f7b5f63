package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** A profile as the management API shows it. */
@AnswerSchema
@Serdeable
record ProfileResponse(
        @IdSchema String id,
        String name,
        @Schema(ref = "#/components/schemas/Permissions") List<String> permissions) {

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
