package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.crm.InMemoryCrmUse;
import dev.lockkeeper.domain.crm.InMemorySharedTokens;
import dev.lockkeeper.domain.crm.SharedTokens;
import java.net.URI;
import java.time.Duration;

/** Clients of a stand-in that have what they share in memory. */
public final class Clients {

    /** Long enough for an answer of this machine, and short enough to wait for. */
    static final Duration TIMEOUT = Duration.ofMillis(400);

    private Clients() {}

    static ZohoCrm of(ZohoAccount account) {
        return new ZohoCrm(account, tokens(), use());
    }

    /** The client of a process of its own, for tests of those who use it. */
    public static Crm crm(ZohoAccount account, SharedTokens tokens, CrmUse use) {
        return new ZohoCrm(account, tokens, use);
    }

    /** Ends a client that {@link #crm} made. */
    public static void close(Crm client) {
        ((ZohoCrm) client).close();
    }

    /** No token yet. */
    static SharedTokens tokens() {
        return new InMemorySharedTokens();
    }

    /** Nobody uses anything yet. */
    public static CrmUse use() {
        return new InMemoryCrmUse();
    }

    static ZohoAccount account(ZohoStandIn zoho) {
        return account(zoho, Duration.ofSeconds(5), 10, ZohoAccount.DEFAULT_DAILY_CREDITS);
    }

    static ZohoAccount hasty(ZohoStandIn zoho) {
        return account(zoho, TIMEOUT, 10, ZohoAccount.DEFAULT_DAILY_CREDITS);
    }

    static ZohoAccount account(ZohoStandIn zoho, Duration timeout, int concurrency, long credits) {
        return account(zoho.url(), zoho.url(), timeout, concurrency, credits);
    }

    /** Tokens of the stand-in, for a CRM that is somewhere else. */
    static ZohoAccount elsewhere(ZohoStandIn zoho, URI api) {
        return account(zoho.url(), api, TIMEOUT, 10, ZohoAccount.DEFAULT_DAILY_CREDITS);
    }

    /** Of nobody. */
    static ZohoAccount account() {
        URI nowhere = URI.create("http://localhost");
        return account(nowhere, nowhere, TIMEOUT, 1, 1);
    }

    private static ZohoAccount account(URI accounts, URI api, Duration timeout, int concurrency, long credits) {
        return account(accounts, api, URI.create("http://127.0.0.1:9"), timeout, concurrency, credits);
    }

    /** Zoho can reach this service there. */
    static ZohoAccount notified(ZohoStandIn zoho, URI service) {
        return account(zoho.url(), zoho.url(), service, Duration.ofSeconds(5), 10, ZohoAccount.DEFAULT_DAILY_CREDITS);
    }

    private static ZohoAccount account(
            URI accounts, URI api, URI service, Duration timeout, int concurrency, long credits) {
        return new ZohoAccount(
                accounts,
                api,
                ZohoStandIn.CLIENT_ID,
                ZohoStandIn.CLIENT_SECRET,
                ZohoStandIn.REFRESH_TOKEN,
                ZohoAccount.DEFAULT_API_VERSION,
                service,
                concurrency,
                credits,
                ZohoAccount.DEFAULT_BACKGROUND_SHARE,
                timeout,
                Duration.ofSeconds(3),
                Duration.ofMillis(500));
    }
}
