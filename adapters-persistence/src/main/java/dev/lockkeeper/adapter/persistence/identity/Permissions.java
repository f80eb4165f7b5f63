package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.domain.identity.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The column {@code profile.permissions}: the permissions' names in small letters. */
public final class Permissions {

    private Permissions() {}

    public static List<String> words(Set<Permission> permissions) {
        return permissions.stream()
                .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    static Set<Permission> read(Collection<String> words) {
        return words.stream()
                .map(word -> Permission.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
