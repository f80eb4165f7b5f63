package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.ListedUser;
import dev.lockkeeper.domain.identity.NewUser;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserOutcome;
import dev.lockkeeper.domain.identity.Users;
import dev.lockkeeper.domain.store.StorableText;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Users} on PostgreSQL. */
@Singleton
final class JdbcUsers implements Users {

    private final Database database;

    JdbcUsers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<User> find(ExternalId id) {
        return database.queryOne(
                IdentityStatements.USER_BY_EXTERNAL_ID, parameters -> parameters.text(id.value()), IdentityRows::user);
    }

    @Override
    public List<ListedUser> list(@Nullable UserId after, int limit) {
        return database.query(
                IdentityStatements.USERS,
                parameters ->
                        parameters.bigint(after == null ? 0 : after.value()).bigint(limit),
                IdentityRows::listedUser);
    }

    @Override
    public UserOutcome create(NewUser user) {
        ExternalId externalId = user.externalId();
        return storing(
                user.profile(),
                transaction -> transaction.queryOne(
                        IdentityStatements.CREATE_USER,
                        parameters -> parameters
                                .text(user.name())
                                .bool(user.portal())
                                .text(externalId == null ? null : externalId.value())
                                .text(user.profile()),
                        IdentityRows::user));
    }

    @Override
    public UserOutcome change(UserId id, String name, String profile) {
        UserOutcome outcome = storing(
                profile,
                transaction -> transaction.queryOne(
                        IdentityStatements.CHANGE_USER,
                        parameters -> parameters.text(name).bigint(id.value()).text(profile),
                        IdentityRows::user));
        if (outcome instanceof UserOutcome.Stored) {
            database.follower().awaitEverywhere();
        }
        return outcome;
    }

    private interface Statement {
        Optional<User> run(Transaction transaction) throws SQLException;
    }

    /** Runs a statement that stores a user where there is a profile of this name. */
    private UserOutcome storing(String profile, Statement statement) {
        // PostgreSQL would refuse such a text, which is no profile's name.
        if (!StorableText.isStorable(profile)) {
            return new UserOutcome.NoSuchProfile();
        }
        return database.inFollowedTransaction(transaction -> {
            Optional<User> stored = statement.run(transaction);
            if (stored.isPresent()) {
                return new UserOutcome.Stored(stored.get());
            }
            return transaction
                            .queryOne(
                                    IdentityStatements.PROFILE_BY_NAME,
                                    parameters -> parameters.text(profile),
                                    IdentityRows::profile)
                            .isPresent()
                    ? new UserOutcome.ExternalIdTaken()
                    : new UserOutcome.NoSuchProfile();
        });
    }
}
