package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.catalog.Naming;
import java.util.Set;

/** A profile as it shall be, whether there is one of its name or not. */
public record NewProfile(String name, Set<Permission> permissions) {

    /** @throws IllegalArgumentException when the name is not a {@linkplain Naming#isLabel label} */
    public NewProfile {
        if (!Naming.isLabel(name)) {
            throw new IllegalArgumentException("Not a profile's name");
        }
        permissions = Set.copyOf(permissions);
    }
}
