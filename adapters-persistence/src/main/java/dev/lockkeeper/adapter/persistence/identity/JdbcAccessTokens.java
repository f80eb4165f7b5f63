package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.IssueOutcome;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.NewToken;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.RevokeOutcome;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.TokenId;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link AccessTokens} on PostgreSQL. */
@Singleton
final class JdbcAccessTokens implements AccessTokens {

    private final Database database;
    private final RememberedGrants remembered;

    JdbcAccessTokens(Database database) {
        this.database = database;
        this.remembered = new RememberedGrants(database);
    }

    @Override
    public Optional<Grant> find(AccessToken token) {
        byte[] hash = Sha256.of(token);
        return remembered.remember(hash, () -> ask(hash));
    }

    private Optional<Grant> ask(byte[] hash) {
        return database
                .query(
                        IdentityStatements.GRANT,
                        parameters -> parameters.bytea(hash),
                        // The index compares byte by byte; what counts is compared in constant time.
                        row -> MessageDigest.isEqual(hash, row.getBytes("token_hash"))
                                ? Optional.of(IdentityRows.grant(row))
                                : Optional.<Grant>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<Grant> recall(AccessToken token) {
        return remembered.recall(Sha256.of(token));
    }

    @Override
    public IssueOutcome issue(NewToken token) {
        OAuthClientId client = token.client();
        return database.inTransaction(transaction -> {
            if (!exists(
                    transaction, IdentityStatements.USER_EXISTS, token.user().value())) {
                return new IssueOutcome.NoSuchUser();
            }
            if (client != null) {
                if (!exists(transaction, IdentityStatements.CLIENT_EXISTS, client.value())) {
                    return new IssueOutcome.NoSuchClient();
                }
                transaction.update(
                        IdentityStatements.REMOVE_EXPIRED,
                        parameters -> parameters.bigint(client.value()).timestamptz(token.createdAt()));
            }
            return new IssueOutcome.Issued(insert(transaction, token));
        });
    }

    private static boolean exists(Transaction transaction, String sql, long id) throws SQLException {
        return transaction
                .queryOne(sql, parameters -> parameters.bigint(id), row -> true)
                .isPresent();
    }

    private static IssuedToken insert(Transaction transaction, NewToken token) throws SQLException {
        OAuthClientId client = token.client();
        return transaction
                .queryOne(
                        IdentityStatements.ISSUE,
                        parameters -> parameters
                                .bigint(token.user().value())
                                .bytea(Sha256.of(token.token()))
                                .texts(token.scopes().stream()
                                        .map(Scope::name)
                                        .sorted()
                                        .toList())
                                .timestamptz(token.createdAt())
                                .timestamptz(token.expiresAt())
                                .bigint(client == null ? null : (Long) client.value()),
                        IdentityRows::issuedToken)
                .orElseThrow();
    }

    @Override
    public List<IssuedToken> list(@Nullable TokenId after, int limit) {
        return database.query(
                IdentityStatements.TOKENS,
                parameters ->
                        parameters.bigint(after == null ? 0 : after.value()).bigint(limit),
                IdentityRows::issuedToken);
    }

    @Override
    public RevokeOutcome revoke(TokenId id, Instant now) {
        RevokeOutcome revoked = database.inFollowedTransaction(transaction -> {
            transaction.query(IdentityStatements.ONE_ADMINISTRATOR_AT_A_TIME, parameters -> {}, row -> true);
            boolean alone = transaction
                    .queryOne(
                            IdentityStatements.TOKEN_ADMINISTERS_ALONE,
                            parameters -> parameters.bigint(id.value()).timestamptz(now),
                            row -> row.getBoolean("alone"))
                    .orElseThrow();
            if (alone) {
                return RevokeOutcome.LAST_ADMINISTRATOR;
            }
            return transaction
                    .queryOne(
                            IdentityStatements.REVOKE,
                            parameters -> parameters.bigint(id.value()),
                            _ -> RevokeOutcome.REVOKED)
                    .orElse(RevokeOutcome.UNKNOWN);
        });
        // One that is gone may have gone a moment ago, and its answer with it.
        if (revoked != RevokeOutcome.LAST_ADMINISTRATOR) {
            database.follower().awaitEverywhere();
        }
        return revoked;
    }

    @Override
    public void noteUses(Map<TokenId, Instant> uses) {
        List<Map.Entry<TokenId, Instant>> inOneOrder = uses.entrySet().stream()
                .sorted(Comparator.comparingLong(use -> use.getKey().value()))
                .toList();
        database.inTransaction(transaction -> transaction.update(
                IdentityStatements.NOTE_USES,
                parameters -> parameters
                        .bigints(inOneOrder.stream()
                                .map(use -> use.getKey().value())
                                .toList())
                        .timestamptzs(
                                inOneOrder.stream().map(Map.Entry::getValue).toList())));
    }
}
