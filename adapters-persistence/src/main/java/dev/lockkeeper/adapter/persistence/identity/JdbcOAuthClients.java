package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.identity.CheckOutcome;
import dev.lockkeeper.domain.identity.ClientCredentials;
import dev.lockkeeper.domain.identity.NewOAuthClient;
import dev.lockkeeper.domain.identity.OAuthClient;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.OAuthClients;
import dev.lockkeeper.domain.identity.RegisterOutcome;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.Secret;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link OAuthClients} on PostgreSQL. */
@Singleton
final class JdbcOAuthClients implements OAuthClients {

    private final Database database;

    JdbcOAuthClients(Database database) {
        this.database = database;
    }

    @Override
    public RegisterOutcome register(NewOAuthClient client) {
        return database.inTransaction(transaction -> transaction
                .queryOne(
                        IdentityStatements.REGISTER,
                        parameters -> parameters
                                .text(client.name())
                                .texts(client.scopes().stream()
                                        .map(Scope::name)
                                        .sorted()
                                        .toList())
                                .bytea(Sha256.of(client.secret()))
                                .bytea(Sha256.of(client.refreshToken()))
                                .timestamptz(client.createdAt())
                                .bigint(client.user().value()),
                        IdentityRows::oAuthClient)
                .<RegisterOutcome>map(RegisterOutcome.Registered::new)
                .orElseGet(RegisterOutcome.NoSuchUser::new));
    }

    @Override
    public List<OAuthClient> list(@Nullable OAuthClientId after, int limit) {
        return database.query(
                IdentityStatements.CLIENTS,
                parameters ->
                        parameters.bigint(after == null ? 0 : after.value()).bigint(limit),
                IdentityRows::oAuthClient);
    }

    @Override
    public boolean remove(OAuthClientId id) {
        boolean removed = database.inFollowedTransaction(transaction -> transaction
                .queryOne(IdentityStatements.REMOVE_CLIENT, parameters -> parameters.bigint(id.value()), _ -> true)
                .isPresent());
        // One that is gone may have gone a moment ago, and its answer with it.
        database.follower().awaitEverywhere();
        return removed;
    }

    @Override
    public CheckOutcome check(ClientCredentials credentials) {
        return database.queryOne(
                        IdentityStatements.CLIENT,
                        parameters -> parameters.bigint(credentials.client().value()),
                        row -> judge(row, credentials))
                .orElseGet(CheckOutcome.UnknownClient::new);
    }

    private static CheckOutcome judge(ResultSet row, ClientCredentials credentials) throws SQLException {
        if (!isHashOf(row.getBytes("secret_hash"), credentials.secret())) {
            return new CheckOutcome.WrongSecret();
        }
        Secret refreshToken = credentials.refreshToken();
        return refreshToken == null || isHashOf(row.getBytes("refresh_token_hash"), refreshToken)
                ? new CheckOutcome.Accepted(IdentityRows.oAuthClient(row))
                : new CheckOutcome.WrongRefreshToken();
    }

    /** Compares in a time that does not depend on what is the same. */
    private static boolean isHashOf(byte[] stored, Secret presented) {
        return MessageDigest.isEqual(stored, Sha256.of(presented));
    }
}
