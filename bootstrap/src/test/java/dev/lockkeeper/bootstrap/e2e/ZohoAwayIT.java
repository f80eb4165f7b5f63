package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.RecordAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Zoho CRM is away, at start and later, or does not let the service in; and many callers when its token ends. */
class ZohoAwayIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CALLERS = 50;

    private final TestDatabase database = TestDatabase.create();

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReadiness(ServiceProcess service, String expected) {
        await().atMost(SOON).until(() -> ZohoService.readiness(service).matches("(?s)" + expected));
    }

    @Test
    void startsWithoutZohoSaysSoAndRecoversByItself() throws Exception {
        int port = freePort();
        try (ServiceProcess service =
                ZohoService.on(database, URI.create("http://127.0.0.1:" + port)).start()) {
            awaitReadiness(service, "503.*not_reached.*cannot be reached.*");
            Client client = service.client();
            HttpResponse<String> refused = client.lock("Deals", 7);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(client.get("/health/liveness").statusCode()).isEqualTo(200);

            try (ZohoStandIn zoho = new ZohoStandIn(port)) {
                zoho.configure("Deals", LockType.MANUAL);
                RecordAddress deal = zoho.addRecord("Deals");
                awaitReadiness(service, "200.*reachable.*");
                // As Retry-After says: nobody asks Zoho for a configuration more often.
                await().atMost(SOON)
                        .until(() -> client.lock("Deals", deal.record().value()).statusCode() == 201);
                goesOnReadingWhileZohoIsAway(service, zoho, deal);
            }
        }
    }

    private static void goesOnReadingWhileZohoIsAway(ServiceProcess service, ZohoStandIn zoho, RecordAddress deal) {
        Client client = service.client();
        long record = deal.record().value();
        zoho.close();

        HttpResponse<String> refused = client.unlock("Deals", record, lockId(client, record));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("\"code\":\"INTERNAL_ERROR\"");
        assertThat(client.list("Deals", record).statusCode()).isEqualTo(200);
        HttpResponse<String> configuration =
                client.unchecked().get("/crm/v8/settings/record_locking_configurations?module=Deals");
        assertThat(configuration.statusCode()).isEqualTo(200);
        assertThat(configuration.headers().firstValueAsLong("Age")).isPresent();
        awaitReadiness(service, "200.*away.*");
    }

    private static String lockId(Client client, long record) {
        String body = client.get(Client.path("Deals", record) + "?fields=id").body();
        return body.replaceFirst("(?s).*\"id\":\"(\\d+)\",\"Feature.*", "$1")
                .replaceAll("(?s).*\"id\":\"(\\d+)\".*", "$1");
    }

    @Test
    void turnsRedWhenTheRefreshTokenIsRevokedAndLeavesZohoAlone() {
        try (ZohoStandIn zoho = new ZohoStandIn()) {
            zoho.refuseRefresh("invalid_code");
            try (ServiceProcess service = ZohoService.on(database, zoho).start()) {
                awaitReadiness(service, "503.*not_let_in.*ZOHO_REFRESH_TOKEN: invalid_code.*");
                Client client = service.client();
                for (int i = 0; i < CALLERS; i++) {
                    assertThat(client.lock("Deals", 7).statusCode()).isEqualTo(503);
                }
                assertThat(zoho.tokenRequests()).isOne();
                assertThat(service.output()).contains("ZOHO_REFRESH_TOKEN: invalid_code");
            }
        }
    }

    @Test
    void namesTheCallThatLacksAScopeAndDoesNotPayForAskingAgain() {
        try (ZohoStandIn zoho = new ZohoStandIn()) {
            zoho.configure("Deals", LockType.MANUAL);
            zoho.withoutScope("lockedRecords");
            try (ServiceProcess service = ZohoService.on(database, zoho).start()) {
                awaitReadiness(service, "503.*not_let_in.*LOCKED_RECORDS.*");
                assertThat(service.client()
                                .lock("Deals", zoho.addRecord("Deals").record().value())
                                .statusCode())
                        .isEqualTo(201);
                assertThat(zoho.received().stream()
                                .filter("currentUser"::equals)
                                .count())
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void getsOneTokenForManyCallersOfTwoProcessesAtItsEnd() throws Exception {
        try (ZohoStandIn zoho = new ZohoStandIn()) {
            zoho.configure("Deals", LockType.MANUAL);
            List<RecordAddress> deals = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                deals.add(zoho.addRecord("Deals"));
            }
            try (ServiceProcess one = ZohoService.on(database, zoho).start();
                    ServiceProcess other = ZohoService.on(database, zoho).start()) {
                awaitReadiness(one, "200.*");
                awaitReadiness(other, "200.*");
                one.client().list("Deals", 7);
                assertThat(zoho.tokensGiven()).isOne();

                zoho.revokeTokens();
                lockAll(deals, one, other);

                assertThat(zoho.tokensGiven()).isEqualTo(2);
            }
        }
    }

    private static void lockAll(List<RecordAddress> deals, ServiceProcess one, ServiceProcess other) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (RecordAddress deal : deals) {
                Client client = (calls.size() % 2 == 0 ? one : other).client();
                calls.add(() -> client.lock("Deals", deal.record().value()).statusCode());
            }
            for (Future<Integer> answer : callers.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
    }
}
