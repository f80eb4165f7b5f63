package dev.lockkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code SettingsIT} shows what becomes of a wrong setting when a process starts with it. */
class SettingsTest {

    private static final Map<String, String> PROVIDER = Map.of(
            "MICRONAUT_SECURITY_TOKEN_JWT_SIGNATURES_JWKS_COMPANY_URL", "https://login.example/keys",
            "MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_ISSUER", "https://login.example",
            "MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_AUDIENCE", "lockkeeper",
            "LOCKKEEPER_OIDC_PROFILE_CLAIM", "groups",
            "LOCKKEEPER_OIDC_PROFILES", "crm-admins=Administrator");

    /** Everything that is read before anything is started; the answer is how many providers and CRMs are set. */
    private static int read(Map<String, String> variables) {
        return Variables.read(variables, environment -> {
            Settings.read(environment);
            return (int) (OpenIdSettings.read(environment).stream().count()
                    + ZohoSettings.read(environment).stream().count());
        });
    }

    private static void assertRefused(String setting, Map<String, String> variables) {
        assertThatThrownBy(() -> read(variables))
                .isInstanceOf(WrongSetting.class)
                .message()
                .startsWith(setting + ": ")
                .doesNotContain("\n", "secret-word");
    }

    private static Map<String, String> with(Map<String, String> variables, String setting, String value) {
        Map<String, String> changed = new HashMap<>(variables);
        changed.put(setting, value);
        return changed;
    }

    @Test
    void acceptsWhatIsLeftUnset() {
        assertThat(read(Map.of())).isZero();
        assertThat(read(PROVIDER)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P24M", "P730D", "P2Y6M", "P4W", "P1D", "PT36H", "P30DT12H"})
    void acceptsATimeForWhichTheHistoryIsKept(String time) {
        assertThat(read(Map.of("LOCKKEEPER_HISTORY_RETENTION", time))).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOCKKEEPER_SWEEP_INTERVAL  | soon
            LOCKKEEPER_LOG_FORMAT      | xml
            LOCKKEEPER_ADMIN_TOKEN     | 'with space'
            DATASOURCES_DEFAULT_URL    | jdbc:postgresql://db.example/lockkeeper?user=u&preferQueryMode=simple
            MICRONAUT_SERVER_PORT      | many
            MICRONAUT_SERVER_PORT      | -1
            LOCKKEEPER_LOG_LEVEL       | LOUD
            LOCKKEEPER_DATABASE_STATEMENT_TIMEOUT | soon
            LOCKKEEPER_DATABASE_STATEMENT_TIMEOUT | 500ms
            LOCKKEEPER_DATABASE_STATEMENT_TIMEOUT | -1s
            LOCKKEEPER_DATABASE_STATEMENT_TIMEOUT | 1m
            LOCKKEEPER_TIME_ZONE       | Mars/Phobos
            LOCKKEEPER_RELEASE_UNMATCHED | perhaps
            LOCKKEEPER_RELEASE_UNMATCHED | ''
            LOCKKEEPER_JOBS_HEARTBEAT  | 1h
            LOCKKEEPER_JOBS_HEARTBEAT  | 1ms
            LOCKKEEPER_METRICS_OPEN    | no
            LOCKKEEPER_HISTORY_RETENTION | two years
            LOCKKEEPER_HISTORY_RETENTION | P-24M
            LOCKKEEPER_HISTORY_RETENTION | PT23H
            LOCKKEEPER_HISTORY_RETENTION | P101Y
            LOCKKEEPER_HISTORY_RETENTION | P9999999999D
            LOCKKEEPER_HISTORY_RETENTION | ''
            LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND | -1
            LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND | unlimited
            LOCKKEEPER_LIMITS_BURST    | 1000001
            LOCKKEEPER_COMMITS_CALLERS | 0
            LOCKKEEPER_COMMITS_BATCH   | 10001
            LOCKKEEPER_COMMITS_LONGEST_WAIT | 99ms
            LOCKKEEPER_LIMITS_FAILURES_PER_SECOND | few
            LOCKKEEPER_LIMITS_CONNECTIONS | 0
            LOCKKEEPER_LIMITS_RECEIVE_TIME | 0s
            LOCKKEEPER_LIMITS_SEND_TIME | never
            LOCKKEEPER_LIMITS_REQUEST_TIME | 1h
            LOCKKEEPER_OIDC_CREATE_USERS | perhaps
            MICRONAUT_SECURITY_TOKEN_JWT_SIGNATURES_JWKS_COMPANY_URL | http://login.example.com/keys
            """)
    void refusesAWrongValue(String setting, String value) {
        assertRefused(setting, Map.of(setting, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_ISSUER    | ''
            MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_AUDIENCE  | ''
            MICRONAUT_SECURITY_TOKEN_JWT_SIGNATURES_JWKS_COMPANY_URL | ''
            LOCKKEEPER_OIDC_ALGORITHMS                               | RS256,HS256
            LOCKKEEPER_OIDC_ALGORITHMS                               | ','
            LOCKKEEPER_OIDC_PROFILES                                 | crm-admins
            LOCKKEEPER_OIDC_PROFILES                                 | ''
            LOCKKEEPER_OIDC_SCOPES                                   | two words
            """)
    void refusesAnIdentityProviderThatIsHalfConfigured(String setting, String value) {
        assertRefused(setting, with(PROVIDER, setting, value));
    }
}
