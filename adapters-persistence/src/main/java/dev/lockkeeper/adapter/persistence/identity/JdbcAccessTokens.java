package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@link AccessTokens} on PostgreSQL. */
@Singleton
final class JdbcAccessTokens implements AccessTokens {

    private final Database database;
    private final GrantRepository repository;

    JdbcAccessTokens(Database database, GrantRepository repository) {
        this.database = database;
        this.repository = repository;
    }

    @Override
    public Optional<Grant> find(AccessToken token) {
        return database.ask(() -> repository.findByTokenHash(TokenHash.of(token)))
                .map(GrantRow::toDomain);
    }
}
