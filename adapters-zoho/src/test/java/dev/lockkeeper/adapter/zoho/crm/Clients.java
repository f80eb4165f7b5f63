package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.crm.SharedToken;
import dev.lockkeeper.domain.crm.SharedTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
        return new TokensOfOneProcess();
    }

    /** Nobody uses anything yet. */
    public static CrmUse use() {
        return new UseOfOneProcess();
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

    /** A token in memory, for the one account of a test. */
    private static final class TokensOfOneProcess implements SharedTokens {

        private SharedToken token = SharedToken.none();
        private @Nullable Instant leasedUntil;

        @Override
        public synchronized SharedToken find(String credentials) {
            return token;
        }

        @Override
        public synchronized boolean claim(String credentials, long generation, Instant now, Duration lease) {
            Instant paused = token.pausedUntil();
            boolean free = leasedUntil == null || !leasedUntil.isAfter(now);
            boolean may = token.generation() == generation
                    && free
                    && token.lettingIn()
                    && (paused == null || !paused.isAfter(now));
            if (may) {
                leasedUntil = now.plus(lease);
            }
            return may;
        }

        @Override
        public synchronized void renewed(String credentials, long generation, String sealed, Instant expiresAt) {
            if (token.generation() == generation) {
                token = new SharedToken(generation + 1, sealed, expiresAt, null, null, true);
                leasedUntil = null;
            }
        }

        @Override
        public synchronized void failed(
                String credentials, long generation, String failure, Instant pausedUntil, boolean lettingIn) {
            if (token.generation() == generation) {
                token = new SharedToken(generation, token.sealed(), token.expiresAt(), pausedUntil, failure, lettingIn);
                leasedUntil = null;
            }
        }
    }

    /** A share that one process has alone. */
    private static final class UseOfOneProcess implements CrmUse {

        private long calls;

        @Override
        public synchronized Share report(Report report) {
            calls += report.calls();
            return new Share(report.most(), 1, calls);
        }

        @Override
        public void leave(String process) {
            // Nobody else is there.
        }
    }
}
