package dev.lockkeeper.adapter.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.AccessTokensContract;
import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.identity.LastAdministratorContract;
import io.micronaut.context.ApplicationContext;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcAccessTokensTest implements AccessTokensContract, LastAdministratorContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.thatForgets(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.execute("delete from access_token");
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public IdentityStore store() {
        return new SqlIdentityStore(CONTEXT);
    }

    @Override
    public AccessTokens accessTokens() {
        return store().accessTokens();
    }

    @Test
    void hashesATokenWithSha256() {
        assertThat(HexFormat.of().formatHex(Sha256.of(new AccessToken("abc"))))
                .as("the example of FIPS 180-4")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void keepsNoTokenInClearText() {
        AccessToken token = IdentitySteps.someToken();
        IdentitySteps steps = new IdentitySteps(store());
        steps.issued(token, steps.user(), Set.of(), null);

        assertThat(DATABASE.number("select count(*) from access_token where token_hash = sha256('" + token.value()
                        + "') and access_token::text not like '%" + token.value() + "%'"))
                .isOne();
    }
}
