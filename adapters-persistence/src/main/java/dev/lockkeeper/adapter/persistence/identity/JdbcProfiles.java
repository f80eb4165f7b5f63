package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.store.StorableText;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@link Profiles} on PostgreSQL. */
@Singleton
final class JdbcProfiles implements Profiles {

    private final Database database;
    private final ProfileRepository repository;

    JdbcProfiles(Database database, ProfileRepository repository) {
        this.database = database;
        this.repository = repository;
    }

    @Override
    public Optional<Profile> find(ProfileId id) {
        return database.ask(() -> repository.findById(id.value())).map(ProfileRow::toDomain);
    }

    @Override
    public Optional<Profile> find(String name) {
        // PostgreSQL would refuse such a text, which is nobody's name.
        return StorableText.isStorable(name)
                ? database.ask(() -> repository.findByName(name)).map(ProfileRow::toDomain)
                : Optional.empty();
    }
}
