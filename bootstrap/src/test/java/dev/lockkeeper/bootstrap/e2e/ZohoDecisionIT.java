package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.RecordAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Decisions where Zoho CRM decides about locks: by what is known here, which errs towards locked, and without asking Zoho. */
class ZohoDecisionIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    private static final ZohoStandIn ZOHO = new ZohoStandIn();
    private static final ServiceProcess SERVICE =
            ZohoService.on(TestDatabase.create(), ZOHO).start();
    private static final Client CLIENT = SERVICE.client();

    private final RecordAddress deal = ZOHO.addRecord("Deals");
    private final long record = deal.record().value();
    private final Decisions decisions = new Decisions(CLIENT);

    @BeforeAll
    static void awaitZoho() {
        ZOHO.configure("Deals", LockType.BOTH);
        ZOHO.slowness(SLOWNESS);
        await().atMost(SOON).until(() -> ZohoService.readiness(SERVICE).startsWith("200"));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        ZOHO.close();
    }

    private JsonNode context() {
        HttpResponse<String> answer =
                await().atMost(SOON).until(() -> decisions.update("Deals", record), given -> given.statusCode() != 503);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Decisions.json(answer).path("context");
    }

    private String reason() {
        return context().path("reason_code").asText();
    }

    @Test
    void countARecordAsLockedWhileZohoIsAskedToLockOrToUnlockIt() throws Exception {
        assertThat(reason()).isEqualTo("not_locked");

        ZOHO.next(deal, Fault.SLOW);
        CompletableFuture<HttpResponse<String>> locking =
                CompletableFuture.supplyAsync(() -> CLIENT.lock("Deals", record));
        await().atMost(SOON).until(() -> reason().equals("locked"));
        assertThat(context().at("/lock/id").isNull()).isTrue();
        assertThat(context().at("/lock/reason").asText()).isEqualTo("end to end");
        assertThat(locking).isNotDone();
        String lock = Client.lockId(locking.get());
        assertThat(context().at("/lock/id").asText()).isEqualTo(lock);

        ZOHO.next(deal, Fault.SLOW);
        CompletableFuture<HttpResponse<String>> unlocking =
                CompletableFuture.supplyAsync(() -> CLIENT.unlock("Deals", record, lock));
        await().atMost(SOON).until(() -> ZOHO.received().contains("unlock"));
        assertThat(reason()).isEqualTo("locked");
        assertThat(unlocking).isNotDone();
        assertThat(unlocking.get().statusCode()).isEqualTo(200);
        assertThat(reason()).isEqualTo("not_locked");
    }

    @Test
    void askNothingOfZoho() {
        CLIENT.lock("Deals", record);
        long before = ZOHO.received().stream().filter(ZohoDecisionIT::isOfLocks).count();

        for (int i = 0; i < 100; i++) {
            assertThat(reason()).isEqualTo("locked");
        }

        assertThat(ZOHO.received().stream().filter(ZohoDecisionIT::isOfLocks)).hasSize((int) before);
    }

    private static boolean isOfLocks(String call) {
        return call.equals("findLock") || call.equals("lock") || call.equals("unlock");
    }
}
