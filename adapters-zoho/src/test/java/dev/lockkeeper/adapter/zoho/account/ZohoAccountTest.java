package dev.lockkeeper.adapter.zoho.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZohoAccountTest {

    private static final URI ACCOUNTS = DataCenter.EU.accountsUrl();
    private static final URI API = DataCenter.EU.apiUrl();

    @Test
    void neverSaysItsSecrets() {
        assertThat(new ZohoAccount(ACCOUNTS, API, "the-client", "the-secret", "the-refresh-token").toString())
                .contains("zohoapis.eu")
                .doesNotContain("the-client", "the-secret", "the-refresh-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zohoapis.eu",
                "ftp://zohoapis.eu",
                "https://",
                "https://zohoapis.eu/crm",
                "https://a:b@zohoapis.eu",
                "https://zohoapis.eu?a=b"
            })
    void takesHostsOnly(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZohoAccount(
                        ACCOUNTS, URI.create(url.equals("https://") ? "https:///" : url), "c", "s", "r"));
    }

    @Test
    void refusesWhatIsMissingOrMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZohoAccount(ACCOUNTS, API, " ", "s", "r"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZohoAccount(ACCOUNTS, API, "c", "", "r"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZohoAccount(ACCOUNTS, API, "c", "s", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> with("v10", 10, 100, 0.5, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> with("v8", 0, 100, 0.5, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> with("v8", 1, 0, 0.5, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> with("v8", 1, 100, 0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> with("v8", 1, 100, 1.1, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> with("v8", 1, 100, 1, Duration.ZERO));
    }

    @Test
    void tellsZohoAPathOfItsOwn() {
        assertThat(with("v2.1", 1, 1, 1, Duration.ofSeconds(1)).notificationsUrl())
                .isEqualTo("https://locks.example/zoho/notifications");
        assertThat(new ZohoAccount(ACCOUNTS, API, "c", "s", "r").notificationsUrl())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(DataCenter.class)
    void knowsEveryDataCenterByItsName(DataCenter center) {
        assertThat(DataCenter.find(center.settingName())).contains(center);
        assertThat(center.accountsUrl()).hasScheme("https");
        assertThat(center.apiUrl().getHost()).startsWith("www.zohoapis.");
        assertThat(DataCenter.find(center.name())).isEmpty();
    }

    private static ZohoAccount with(String version, int concurrency, long credits, double share, Duration time) {
        return new ZohoAccount(
                ACCOUNTS,
                API,
                "c",
                "s",
                "r",
                version,
                URI.create("https://locks.example/"),
                concurrency,
                credits,
                share,
                time,
                time,
                time);
    }
}
