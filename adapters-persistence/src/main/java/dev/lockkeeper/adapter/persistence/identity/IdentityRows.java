package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.ListedUser;
import dev.lockkeeper.domain.identity.OAuthClient;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.TokenId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of {@link IdentityStatements} stand for. */
final class IdentityRows {

    private IdentityRows() {}

    static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                new ProfileId(row.getLong("profile_id")),
                row.getString("profile_name"),
                Permissions.read(texts(row, "permissions")));
    }

    static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getLong("user_id")), row.getString("user_name"), profile(row), row.getBoolean("portal"));
    }

    static ListedUser listedUser(ResultSet row) throws SQLException {
        String externalId = row.getString("external_id");
        return new ListedUser(user(row), externalId == null ? null : new ExternalId(externalId));
    }

    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(user(row), scopes(row), time(row, "expires_at"), new TokenId(row.getLong("token_id")));
    }

    static IssuedToken issuedToken(ResultSet row) throws SQLException {
        long client = row.getLong("client_id");
        return new IssuedToken(
                new TokenId(row.getLong("token_id")),
                userRef(row),
                scopes(row),
                createdAt(row),
                time(row, "expires_at"),
                time(row, "last_used_at"),
                client == 0 ? null : new OAuthClientId(client));
    }

    static OAuthClient oAuthClient(ResultSet row) throws SQLException {
        return new OAuthClient(
                new OAuthClientId(row.getLong("client_id")),
                row.getString("client_name"),
                userRef(row),
                scopes(row),
                createdAt(row));
    }

    private static UserRef userRef(ResultSet row) throws SQLException {
        return new UserRef(new UserId(row.getLong("user_id")), row.getString("user_name"));
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return texts(row, "scopes").stream().map(Scope::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
