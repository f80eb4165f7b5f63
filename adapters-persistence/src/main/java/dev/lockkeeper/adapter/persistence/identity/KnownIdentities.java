package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.store.StorableText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Users and profiles for those who decide by them. */
public final class KnownIdentities {

    private KnownIdentities() {}

    /** Users who were changed after a version, or whose profile was. */
    public static List<User> usersAfter(Transaction transaction, long version) throws SQLException {
        Binder both = parameters -> parameters.bigint(version).bigint(version);
        return transaction.query(IdentityStatements.USERS_AFTER, both, IdentityRows::user);
    }

    /** Profiles that were changed after a version. */
    public static List<Profile> profilesAfter(Transaction transaction, long version) throws SQLException {
        return transaction.query(
                IdentityStatements.PROFILES_AFTER, parameters -> parameters.bigint(version), IdentityRows::profile);
    }

    /** The user of an id. */
    public static Optional<User> user(Database database, long id) {
        return database.queryOne(
                IdentityStatements.USER_BY_ID, parameters -> parameters.bigint(id), IdentityRows::user);
    }

    /** The profile that somebody calls by its name or else by its id. */
    public static Optional<Profile> profile(Database database, String nameOrId) {
        Optional<Profile> named = StorableText.isStorable(nameOrId)
                ? database.queryOne(
                        IdentityStatements.PROFILE_BY_NAME,
                        parameters -> parameters.text(nameOrId),
                        IdentityRows::profile)
                : Optional.empty();
        return named.or(() -> CrmId.parse(nameOrId).stream()
                .boxed()
                .findFirst()
                .flatMap(id -> database.queryOne(
                        IdentityStatements.PROFILE_BY_ID, parameters -> parameters.bigint(id), IdentityRows::profile)));
    }
}
