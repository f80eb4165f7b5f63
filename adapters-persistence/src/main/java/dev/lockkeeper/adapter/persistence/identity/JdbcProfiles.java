package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.PutProfileOutcome;
import dev.lockkeeper.domain.store.StorableText;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Profiles} on PostgreSQL. */
@Singleton
final class JdbcProfiles implements Profiles {

    private final Database database;

    JdbcProfiles(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Profile> find(ProfileId id) {
        return database.queryOne(
                IdentityStatements.PROFILE_BY_ID, parameters -> parameters.bigint(id.value()), IdentityRows::profile);
    }

    @Override
    public Optional<Profile> find(String name) {
        // PostgreSQL would refuse such a text, which is nobody's name.
        return StorableText.isStorable(name)
                ? database.queryOne(
                        IdentityStatements.PROFILE_BY_NAME, parameters -> parameters.text(name), IdentityRows::profile)
                : Optional.empty();
    }

    @Override
    public List<Profile> list(@Nullable ProfileId after, int limit) {
        return database.query(
                IdentityStatements.PROFILES,
                parameters ->
                        parameters.bigint(after == null ? 0 : after.value()).bigint(limit),
                IdentityRows::profile);
    }

    @Override
    public PutProfileOutcome put(NewProfile profile, Instant now) {
        Done done = database.inFollowedTransaction(transaction -> {
            transaction.query(IdentityStatements.ONE_ADMINISTRATOR_AT_A_TIME, parameters -> {}, row -> true);
            if (!profile.permissions().contains(Permission.ADMINISTER)
                    && administersAlone(transaction, profile.name(), now)) {
                return new Done(new PutProfileOutcome.LastAdministrator(), false);
            }
            return transaction
                    .queryOne(
                            IdentityStatements.PUT_PROFILE,
                            parameters ->
                                    parameters.text(profile.name()).texts(Permissions.words(profile.permissions())),
                            row -> new Done(
                                    new PutProfileOutcome.Put(IdentityRows.profile(row)), row.getBoolean("is_changed")))
                    .orElseThrow();
        });
        if (done.isChanged()) {
            database.follower().awaitEverywhere();
        }
        return done.outcome();
    }

    /** @param isChanged whether processes may remember what was before */
    private record Done(PutProfileOutcome outcome, boolean isChanged) {}

    private static boolean administersAlone(Transaction transaction, String name, Instant now) throws SQLException {
        return transaction
                .queryOne(
                        IdentityStatements.PROFILE_ADMINISTERS_ALONE,
                        parameters -> parameters.text(name).timestamptz(now),
                        row -> row.getBoolean("alone"))
                .orElseThrow();
    }
}
