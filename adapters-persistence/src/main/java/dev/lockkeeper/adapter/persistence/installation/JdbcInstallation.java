package dev.lockkeeper.adapter.persistence.installation;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.identity.Permissions;
import dev.lockkeeper.adapter.persistence.identity.Sha256;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.installation.Authority;
import dev.lockkeeper.domain.installation.FirstRun;
import dev.lockkeeper.domain.installation.Installation;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** {@link Installation} on PostgreSQL. */
@Singleton
final class JdbcInstallation implements Installation {

    private static final String ANY_TOKEN = "select exists (select from access_token) as any_token";

    /** Readers go on; whoever else wants to initialise waits, and then sees what was done. */
    private static final String ONE_AT_A_TIME = "lock table access_token in share row exclusive mode";

    private static final String FIRST_USER_AND_TOKEN = """
            with new_profile as (
                insert into profile (name, permissions) values (?, ?)
                on conflict (name) do update set permissions = excluded.permissions
                returning id
            ), new_user as (
                insert into crm_user (name, profile_id, portal) select ?, id, false from new_profile returning id
            ), new_token as (
                insert into access_token (user_id, token_hash, scopes, created_at) select id, ?, ?, ? from new_user
            ), new_configuration as (
                insert into locking_configuration (
                    module_id, lock_type, created_by, created_time, modified_by, modified_time)
                select module_id, 'manual', new_user.id, now.at, new_user.id, now.at
                from new_user, (select ?::timestamptz as at) as now, unnest(?) as module_id
                on conflict (module_id) where deleted_time is null do nothing
            )
            select
            """;

    private static final String DECIDED_BY = "select decided_by from authority";

    /** Of any number of processes that note it at once, one gets ahead. */
    private static final String NOTE_WHO_DECIDES = """
            insert into authority (decided_by)
            select case
                when exists (select from locking_configuration) or exists (select from record_lock)
                    or exists (select from lock_event)
                then ? else ? end
            on conflict (single) do nothing
            """;

    private final Database database;

    JdbcInstallation(Database database) {
        this.database = database;
    }

    @Override
    public boolean initialize(FirstRun firstRun) {
        return database.inFollowedTransaction(transaction -> {
            transaction.update(ONE_AT_A_TIME, parameters -> {});
            boolean anyToken = transaction
                    .queryOne(ANY_TOKEN, parameters -> {}, row -> row.getBoolean("any_token"))
                    .orElseThrow();
            if (anyToken) {
                return false;
            }
            insert(transaction, firstRun);
            return true;
        });
    }

    private static void insert(Transaction transaction, FirstRun firstRun) throws SQLException {
        transaction.query(
                FIRST_USER_AND_TOKEN,
                parameters -> parameters
                        .text(firstRun.userName())
                        .texts(Permissions.words(firstRun.permissions()))
                        .text(firstRun.userName())
                        .bytea(Sha256.of(firstRun.token()))
                        .texts(firstRun.scopes().stream().map(Scope::name).toList())
                        .timestamptz(firstRun.at())
                        .timestamptz(firstRun.at())
                        .bigints(firstRun.manuallyLocked().stream()
                                .map(ModuleId::value)
                                .toList()),
                row -> true);
    }

    @Override
    public Authority decidedBy(Authority asked) {
        return database.inTransaction(transaction -> {
            Optional<Authority> noted = noted(transaction);
            if (noted.isPresent()) {
                return noted.get();
            }
            transaction.update(
                    NOTE_WHO_DECIDES,
                    parameters -> parameters.text(word(Authority.LOCAL)).text(word(asked)));
            return noted(transaction).orElseThrow();
        });
    }

    private static Optional<Authority> noted(Transaction transaction) throws SQLException {
        return transaction.queryOne(
                DECIDED_BY,
                _ -> {},
                row -> Authority.valueOf(row.getString("decided_by").toUpperCase(Locale.ROOT)));
    }

    private static String word(Authority authority) {
        return authority.name().toLowerCase(Locale.ROOT);
    }
}
