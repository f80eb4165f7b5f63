package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body that makes or changes a profile: {@code {"permissions":[…]}}; its name stands in the address. */
final class ProfileRequest {

    private static final String PERMISSIONS = Arrays.stream(Permission.values())
            .map(ProfileResponse::word)
            .collect(Collectors.joining(", ", "an array of any of ", ""));

    private ProfileRequest() {}

    static Parsed<NewProfile> read(String name, byte[] body) {
        ManagementBody sent = new ManagementBody(body);
        if (!Naming.isLabel(name)) {
            sent.refuse("name", ManagementBody.NAME);
        }
        Set<Permission> permissions = permissions(sent);
        return sent.parsed(() -> new NewProfile(name, permissions));
    }

    private static Set<Permission> permissions(ManagementBody sent) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (!(sent.value("permissions") instanceof List<?> words)) {
            sent.refuse("permissions", PERMISSIONS);
            return permissions;
        }
        for (Object word : words) {
            permission(word).ifPresentOrElse(permissions::add, () -> sent.refuse("permissions", PERMISSIONS));
        }
        return permissions;
    }

    private static Optional<Permission> permission(@Nullable Object word) {
        return Arrays.stream(Permission.values())
                .filter(permission -> ProfileResponse.word(permission).equals(word))
                .findFirst();
    }
}
