package dev.lockkeeper.adapter.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.AccessTokensContract;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.context.ApplicationContext;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JdbcAccessTokensTest implements AccessTokensContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public AccessTokens accessTokens() {
        return CONTEXT.getBean(AccessTokens.class);
    }

    @Override
    public void given(AccessToken token, Grant grant) {
        DATABASE.execute("""
                with p as (
                    insert into profile (name, permissions) values ('%s', '%s') returning id
                ), u as (
                    insert into crm_user (name, profile_id, portal) select '%s', id, %s from p returning id
                )
                insert into access_token (user_id, token_hash, scopes, created_at, expires_at)
                select id, '\\x%s', '%s', now(), %s from u
                """.formatted(
                        grant.user().profile().name(),
                        array(
                                grant.user().profile().permissions(),
                                (Permission permission) -> permission.name().toLowerCase(Locale.ROOT)),
                        grant.user().name(),
                        grant.user().portal(),
                        HexFormat.of().formatHex(TokenHash.of(token)),
                        array(grant.scopes(), Scope::name),
                        grant.expiresAt() == null ? "null" : "'" + grant.expiresAt() + "'"));
    }

    private static <T> String array(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void hashesATokenWithSha256() {
        assertThat(HexFormat.of().formatHex(TokenHash.of(new AccessToken("abc"))))
                .as("the example of FIPS 180-4")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
