package dev.lockkeeper.adapter.rest.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user as the management API shows it.
 *
 * @param externalId shown where an identity provider knows the user
 */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record UserDetailResponse(
        @IdSchema String id,
        String name,
        NamedResponse profile,
        boolean portal,

        @Schema(ref = "#/components/schemas/ExternalId") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String externalId) {

    static UserDetailResponse from(User user, @Nullable ExternalId externalId) {
        Profile profile = user.profile();
        return new UserDetailResponse(
                user.id().toString(),
                user.name(),
                new NamedResponse(profile.id().toString(), profile.name()),
                user.portal(),
                externalId == null ? null : externalId.value());
    }
}
