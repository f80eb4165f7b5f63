package dev.lockkeeper.adapter.persistence.installation;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.identity.TokenHash;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.installation.FirstRun;
import dev.lockkeeper.domain.installation.Installation;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;

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
                insert into locking_configuration (module_id, lock_type, created_by, created_time)
                select module_id, 'manual', new_user.id, ?
                from new_user, unnest(?) as module_id
                on conflict (module_id) do nothing
            )
            select
            """;

    private final Database database;

    JdbcInstallation(Database database) {
        this.database = database;
    }

    @Override
    public boolean initialize(FirstRun firstRun) {
        return database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(ONE_AT_A_TIME);
                try (var rows = statement.executeQuery(ANY_TOKEN)) {
                    rows.next();
                    if (rows.getBoolean("any_token")) {
                        return false;
                    }
                }
            }
            insert(connection, firstRun);
            return true;
        });
    }

    private static void insert(Connection connection, FirstRun firstRun) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_USER_AND_TOKEN)) {
            statement.setString(1, firstRun.userName());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            array(firstRun.permissions(), it -> it.name().toLowerCase(Locale.ROOT))));
            statement.setString(3, firstRun.userName());
            statement.setBytes(4, TokenHash.of(firstRun.token()));
            statement.setArray(5, connection.createArrayOf("text", array(firstRun.scopes(), Scope::name)));
            statement.setObject(6, firstRun.at().atOffset(ZoneOffset.UTC));
            statement.setObject(7, firstRun.at().atOffset(ZoneOffset.UTC));
            statement.setArray(
                    8, connection.createArrayOf("bigint", array(firstRun.manuallyLocked(), ModuleId::value)));
            statement.execute();
        }
    }

    private static <T> Object[] array(Collection<T> values, Function<T, Object> element) {
        return values.stream().map(element).toArray();
    }
}
