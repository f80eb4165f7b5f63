package dev.lockkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.adapter.zoho.account.DataCenter;
import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code SettingsIT} shows what becomes of a wrong setting when a process starts with it. */
class ZohoSettingsTest {

    private static final Map<String, String> SMALLEST = Map.of(
            "LOCKKEEPER_AUTHORITY", "zoho",
            "ZOHO_DATA_CENTER", "eu",
            "ZOHO_CLIENT_ID", "1000.CLIENT",
            "ZOHO_CLIENT_SECRET", "secret-word",
            "ZOHO_REFRESH_TOKEN", "1000.refresh-word");

    /** As a process reads them: variables of the environment, and the defaults of application.yml. */
    private static <T> T read(Map<String, String> changes, Function<Optional<ZohoSettings>, T> result) {
        Map<String, String> variables = new HashMap<>(SMALLEST);
        variables.putAll(changes);
        return Variables.read(variables, environment -> result.apply(ZohoSettings.read(environment)));
    }

    private static boolean areNone(String authority) {
        return read(Map.of("LOCKKEEPER_AUTHORITY", authority), Optional::isEmpty);
    }

    private static ZohoSettings settings(Map<String, String> changes) {
        return read(changes, Optional::orElseThrow);
    }

    private static ZohoAccount account(String setting, String value) {
        return settings(Map.of(setting, value)).account();
    }

    @Test
    void areNoneWhereTheServiceDecidesByItself() {
        assertThat(areNone("local")).isTrue();
        assertThat(areNone("")).isTrue();
    }

    @Test
    void haveDefaultsForAllButWhoCallsWhere() {
        ZohoSettings settings = settings(Map.of());

        assertThat(settings.account())
                .isEqualTo(new ZohoAccount(
                        DataCenter.EU.accountsUrl(),
                        DataCenter.EU.apiUrl(),
                        "1000.CLIENT",
                        "secret-word",
                        "1000.refresh-word"));
        assertThat(settings.sweepInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.configurationInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.times().grace()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void leaveAChangeLongerThanACallCanTakeInAll() {
        ZohoSettings settings = settings(Map.of(
                "LOCKKEEPER_ZOHO_TIMEOUT", "7s", "LOCKKEEPER_ZOHO_LONGEST_WAIT", "3s", "LOCKKEEPER_ZOHO_GRACE", "2s"));

        assertThat(settings.times().lease()).isEqualTo(Duration.ofSeconds(2 * (3 + 2 * 7) + 2));
    }

    @ParameterizedTest
    @EnumSource
    void knowEveryDataCenter(DataCenter center) {
        ZohoAccount account = account("ZOHO_DATA_CENTER", center.settingName());

        assertThat(account.accountsUrl()).isEqualTo(center.accountsUrl());
        assertThat(account.apiUrl()).isEqualTo(center.apiUrl());
    }

    @Test
    void takeAddressesBesideOrInPlaceOfADataCenter() {
        ZohoAccount sandbox = account("ZOHO_API_URL", "https://sandbox.zohoapis.eu");
        assertThat(sandbox.apiUrl()).isEqualTo(URI.create("https://sandbox.zohoapis.eu"));
        assertThat(sandbox.accountsUrl()).isEqualTo(DataCenter.EU.accountsUrl());

        ZohoAccount local = settings(Map.of(
                        "ZOHO_DATA_CENTER", "",
                        "ZOHO_ACCOUNTS_URL", "http://127.0.0.1:8081",
                        "ZOHO_API_URL", "http://[::1]:8082/"))
                .account();
        assertThat(local.accountsUrl()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(local.apiUrl()).isEqualTo(URI.create("http://[::1]:8082/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v2.1", "v8", "v9"})
    void takeTheVersionsOfTheContract(String version) {
        assertThat(account("ZOHO_API_VERSION", version).apiVersion()).isEqualTo(version);
    }

    @Test
    void takeWhatAnOrganisationMayUse() {
        assertThat(account("LOCKKEEPER_ZOHO_CONCURRENCY", "25").concurrency()).isEqualTo(25);
        assertThat(account("LOCKKEEPER_ZOHO_CREDITS", "1000000000").dailyCredits())
                .isEqualTo(1_000_000_000L);
        assertThat(account("LOCKKEEPER_ZOHO_BACKGROUND_SHARE", "0.25").backgroundShare())
                .isEqualTo(0.25);
        assertThat(account("LOCKKEEPER_ZOHO_BACKGROUND_SHARE", "1").backgroundShare())
                .isEqualTo(1);
        assertThat(account("ZOHO_NOTIFY_URL", "https://locks.example.com").notificationsUrl())
                .isEqualTo("https://locks.example.com/zoho/notifications");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ZOHO_DATA_CENTER   | ''
            ZOHO_DATA_CENTER   | EU
            ZOHO_DATA_CENTER   | mars
            ZOHO_CLIENT_ID     | ''
            ZOHO_CLIENT_SECRET | ''
            ZOHO_REFRESH_TOKEN | ' '
            ZOHO_API_VERSION   | 8
            ZOHO_API_VERSION   | v1
            ZOHO_API_VERSION   | v10
            ZOHO_API_VERSION   | v8/../v7
            ZOHO_API_URL       | http://www.zohoapis.eu
            ZOHO_API_URL       | http://127.0.0.1.example.com
            ZOHO_API_URL       | https://www.zohoapis.eu/crm
            ZOHO_API_URL       | https://www.zohoapis.eu?x=y
            ZOHO_API_URL       | https://somebody@www.zohoapis.eu
            ZOHO_API_URL       | https://
            ZOHO_API_URL       | www.zohoapis.eu
            ZOHO_API_URL       | https://two words
            ZOHO_ACCOUNTS_URL  | http://accounts.zoho.eu
            ZOHO_ACCOUNTS_URL  | ftp://accounts.zoho.eu
            ZOHO_NOTIFY_URL    | http://locks.example.com
            ZOHO_NOTIFY_URL    | https://locks.example.com/zoho/notifications
            LOCKKEEPER_ZOHO_CONCURRENCY | 0
            LOCKKEEPER_ZOHO_CONCURRENCY | 1001
            LOCKKEEPER_ZOHO_CONCURRENCY | ten
            LOCKKEEPER_ZOHO_CREDITS     | -1
            LOCKKEEPER_ZOHO_CREDITS     | 1000000001
            LOCKKEEPER_ZOHO_CREDITS     | 50 000
            LOCKKEEPER_ZOHO_BACKGROUND_SHARE | 0
            LOCKKEEPER_ZOHO_BACKGROUND_SHARE | 0.0
            LOCKKEEPER_ZOHO_BACKGROUND_SHARE | 1.1
            LOCKKEEPER_ZOHO_BACKGROUND_SHARE | 80%
            LOCKKEEPER_ZOHO_TIMEOUT      | 99ms
            LOCKKEEPER_ZOHO_TIMEOUT      | 2m
            LOCKKEEPER_ZOHO_TIMEOUT      | soon
            LOCKKEEPER_ZOHO_LONGEST_WAIT | 0s
            LOCKKEEPER_ZOHO_LONGEST_WAIT | 61s
            LOCKKEEPER_ZOHO_OPEN_TIME    | 11m
            LOCKKEEPER_ZOHO_GRACE        | 1ms
            LOCKKEEPER_ZOHO_GRACE        | 11m
            LOCKKEEPER_ZOHO_CONFIGURATION_INTERVAL | 500ms
            LOCKKEEPER_ZOHO_CONFIGURATION_INTERVAL | 8d
            LOCKKEEPER_SWEEP_INTERVAL    | 0s
            LOCKKEEPER_SWEEP_INTERVAL    | 2d
            """)
    void refuseAWrongValueByItsName(String setting, String value) {
        assertThatThrownBy(() -> settings(Map.of(setting, value)))
                .isInstanceOf(WrongSetting.class)
                .message()
                .startsWith(setting + ": ")
                .hasLineCount(1)
                .doesNotContain("secret-word", "refresh-word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZOHO_ACCOUNTS_URL", "ZOHO_API_URL"})
    void needBothAddressesWithoutADataCenter(String only) {
        assertThatThrownBy(() -> settings(Map.of("ZOHO_DATA_CENTER", "", only, "https://zoho.example.com")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("ZOHO_DATA_CENTER: missing, as is ")
                .message()
                .doesNotContain(only);
    }
}
