package dev.lockkeeper.adapter.zoho.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.crm.SharedTokens;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How access tokens are got, shared and lost. */
final class TokensTest {

    private final ZohoStandIn zoho = new ZohoStandIn();
    private final Queue<Doubles.PortCall> asked = new ConcurrentLinkedQueue<>();
    private final SharedTokens shared = Doubles.watched(SharedTokens.class, Clients.tokens(), asked::add);
    private final ZohoCrm crm = new ZohoCrm(Clients.account(zoho), shared, Clients.use());
    private final ZohoCrm other = new ZohoCrm(Clients.account(zoho), shared, Clients.use());

    @AfterEach
    void close() {
        crm.close();
        other.close();
        zoho.close();
    }

    @Test
    void asksForOneTokenForAllThreadsAndProcesses() {
        zoho.latency(Duration.ofMillis(20));

        assertThat(together(50, i -> (i % 2 == 0 ? crm : other).currentUser()))
                .allMatch(CrmReply.Answered.class::isInstance);

        assertThat(zoho.tokenRequests()).isEqualTo(1);
    }

    @Test
    void renewsOnceWhenTheTokenIsNoGoodAnyMore() {
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
        assertThat(other.currentUser()).isInstanceOf(CrmReply.Answered.class);
        zoho.revokeTokens();

        assertThat(together(50, i -> (i % 2 == 0 ? crm : other).currentUser()))
                .allMatch(CrmReply.Answered.class::isInstance);

        assertThat(zoho.tokenRequests()).isEqualTo(2);
        assertThat(crm.figures().tokenRenewals() + other.figures().tokenRenewals())
                .isEqualTo(2);
    }

    @Test
    void repeatsAChangeOnceWithANewToken() {
        zoho.configure("Deals", LockType.MANUAL);
        RecordAddress record = zoho.addRecord("Deals");
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
        zoho.revokeTokens();

        assertThat(crm.lock(record, new LockReason("r"))).isInstanceOf(CrmReply.Answered.class);

        assertThat(zoho.received()).filteredOn("lock"::equals).hasSize(2);
        assertThat(zoho.calls()).containsExactly("currentUser", "lock");
    }

    @Test
    void doesNotRenewTokensThatAreNeverAccepted() {
        // Zoho says that it lasts an hour when it does not say how long.
        zoho.tokenLifetime(Duration.ZERO);

        for (int i = 0; i < 5; i++) {
            assertThat(crm.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
        }

        assertThat(zoho.tokenRequests()).isEqualTo(2);
        assertThat(crm.status().state()).isEqualTo(CrmStatus.State.NOT_LET_IN);
    }

    @Test
    void renewsEarlyWhileTheOthersGoOn() {
        zoho.tokenLifetime(Duration.ofSeconds(3));
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
        zoho.next(ZohoStandIn.TOKEN::equals, Fault.SLOW);

        await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
            assertThat(zoho.tokensGiven()).isEqualTo(2);
        });
        assertThat(zoho.received()).filteredOn("currentUser"::equals).hasSameSizeAs(zoho.calls());
    }

    @Test
    void doesNotAskAgainWithARefreshTokenThatIsNotAccepted() {
        zoho.refuseRefresh("invalid_code");

        assertThat(together(20, _ -> crm.currentUser())).allMatch(CrmReply.Unavailable.class::isInstance);
        assertThat(other.currentUser()).isInstanceOf(CrmReply.Unavailable.class);

        assertThat(zoho.tokenRequests()).isEqualTo(1);
        assertThat(crm.status())
                .isEqualTo(new CrmStatus(
                        CrmStatus.State.NOT_LET_IN, "Zoho does not accept ZOHO_REFRESH_TOKEN: invalid_code"));
        assertThat(other.status()).isEqualTo(crm.status());
    }

    @Test
    void asksAgainOnceWhatWasWrongIsPutRight() {
        ZohoAccount right = Clients.account(zoho);
        ZohoAccount wrongSecret = new ZohoAccount(
                right.accountsUrl(), right.apiUrl(), right.clientId(), "mistyped", right.refreshToken());
        ZohoCrm mistaken = new ZohoCrm(wrongSecret, shared, Clients.use());
        try {
            assertThat(mistaken.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
            assertThat(mistaken.status().reason()).contains("ZOHO_CLIENT_SECRET");
        } finally {
            mistaken.close();
        }

        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
    }

    @Test
    void asksAgainAtAnotherAccountsServer() {
        try (ZohoStandIn elsewhere = new ZohoStandIn()) {
            elsewhere.refuseRefresh("invalid_client");
            ZohoCrm mistaken = new ZohoCrm(Clients.account(elsewhere), shared, Clients.use());
            assertThat(mistaken.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
            mistaken.close();
        }

        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
    }

    @Test
    void leavesZohoInPeaceWhenItSaysThatItIsAskedTooOften() {
        zoho.denyAccess();

        assertThat(together(20, _ -> crm.currentUser()))
                .allSatisfy(reply -> assertThat(reply)
                        .isInstanceOfSatisfying(
                                CrmReply.Unavailable.class,
                                away -> assertThat(away.retryAfter()).isGreaterThan(Duration.ofSeconds(30))));

        assertThat(zoho.tokenRequests()).isEqualTo(1);
        assertThat(crm.status())
                .isEqualTo(new CrmStatus(CrmStatus.State.NOT_REACHED, "Zoho gives no token: Access Denied"));
    }

    @Test
    void asksAgainSoonAfterAFailure() {
        zoho.next(ZohoStandIn.TOKEN::equals, Fault.SERVER_ERROR_BEFORE);

        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
        assertThat(zoho.tokenRequests()).isZero();
        assertThat(zoho.received()).hasSize(1);

        await().untilAsserted(() -> assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class));
    }

    @Test
    void isNotLetInWithoutAScope() {
        zoho.withoutScope("modules");

        assertThat(crm.modules()).isInstanceOf(CrmReply.Unavailable.class);
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);

        assertThat(crm.status())
                .isEqualTo(new CrmStatus(CrmStatus.State.NOT_LET_IN, "The refresh token lacks a scope for [MODULES]"));
        assertThat(zoho.tokenRequests()).isEqualTo(1);
    }

    @Test
    void sharesNothingInClearText() {
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);

        assertThat(asked).extracting(Doubles.PortCall::method).contains("find", "claim", "renewed");
        assertThat(asked).allSatisfy(call -> {
            assertThat(call.arguments().getFirst()).asString().matches("[0-9a-f]{64}");
            assertThat(call.arguments().toString())
                    .doesNotContain("access-token", ZohoStandIn.CLIENT_SECRET, ZohoStandIn.REFRESH_TOKEN);
        });
    }

    @Test
    void goesOnWithItsTokenWhileTheStoreIsAway() {
        AtomicBoolean away = new AtomicBoolean(true);
        ZohoCrm client = new ZohoCrm(
                Clients.account(zoho), Doubles.unlessAway(SharedTokens.class, shared, away::get), Clients.use());
        try {
            assertThatThrownBy(client::currentUser)
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            e -> assertThat(e.step()).isEqualTo(StoreUnavailable.Step.NOT_TAKEN));
            away.set(false);
            assertThat(client.currentUser()).isInstanceOf(CrmReply.Answered.class);
            away.set(true);
            assertThat(client.currentUser()).isInstanceOf(CrmReply.Answered.class);
        } finally {
            client.close();
        }
    }

    private interface Call {
        CrmReply<UserRef> of(int number);
    }

    private static List<CrmReply<UserRef>> together(int times, Call call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<CrmReply<UserRef>>> all = IntStream.range(0, times)
                    .<Callable<CrmReply<UserRef>>>mapToObj(i -> () -> call.of(i))
                    .toList();
            List<CrmReply<UserRef>> replies = new ArrayList<>();
            for (Future<CrmReply<UserRef>> reply : threads.invokeAll(all)) {
                replies.add(reply.get());
            }
            return replies;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
