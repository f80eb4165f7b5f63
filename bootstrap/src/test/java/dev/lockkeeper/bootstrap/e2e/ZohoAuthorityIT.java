package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockReason;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service for which Zoho CRM decides, and what people and rules do there. */
class ZohoAuthorityIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final UserRef SOMEBODY = new UserRef(new UserId(111_111_000_000_040_001L), "Patricia Boyle");

    private static final ZohoStandIn ZOHO = started();
    private static final TestDatabase DATABASE = TestDatabase.create();
    /** Messages reach it once it is known where it listens. */
    private static final Forwarder PUBLIC_ADDRESS = new Forwarder();

    private static final ServiceProcess SERVICE = ZohoService.on(DATABASE, ZOHO)
            .with("ZOHO_NOTIFY_URL", PUBLIC_ADDRESS.url())
            .start();
    private static final Client CLIENT = SERVICE.client();

    @BeforeAll
    static void awaitZoho() {
        PUBLIC_ADDRESS.to(SERVICE.url());
        await().atMost(SOON).until(() -> ZohoService.readiness(SERVICE).startsWith("200"));
    }

    private static ZohoStandIn started() {
        ZohoStandIn zoho = new ZohoStandIn();
        zoho.configure("Deals", LockType.BOTH);
        zoho.configure("Leads", LockType.AUTOMATIC);
        return zoho;
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        PUBLIC_ADDRESS.close();
        ZOHO.close();
    }

    private final RecordAddress deal = ZOHO.addRecord("Deals");
    private final long record = deal.record().value();

    private static long callsOf(RecordAddress record, Runnable work) {
        long before = ZOHO.received().stream()
                .filter(call -> call.equals("findLock") || isChange(call))
                .count();
        assertThat(record).isNotNull();
        work.run();
        return ZOHO.received().stream()
                        .filter(call -> call.equals("findLock") || isChange(call))
                        .count()
                - before;
    }

    private static boolean isChange(String call) {
        return call.equals("lock") || call.equals("unlock") || call.equals("changeReason");
    }

    @Test
    void locksShowsChangesAndUnlocksByOneCallOfZohoForEachChange() {
        String[] lock = new String[1];
        assertThat(callsOf(deal, () -> lock[0] = Client.lockId(CLIENT.lock("Deals", record))))
                .isOne();
        assertThat(Objects.requireNonNull(ZOHO.lockOf(deal)).id()).hasToString(lock[0]);
        assertThat(callsOf(deal, () -> {
                    HttpResponse<String> shown = CLIENT.list("Deals", record);
                    assertThat(shown.statusCode()).isEqualTo(200);
                    assertThat(shown.body()).contains("\"Locked_Reason__s\":\"end to end\"");
                    assertThat(CLIENT.get("/api/v1/locks?module=Deals").body()).contains(lock[0]);
                }))
                .isZero();
        assertThat(callsOf(
                        deal,
                        () -> assertThat(CLIENT.lock("Deals", record).statusCode())
                                .isEqualTo(403)))
                .isZero();
        assertThat(callsOf(deal, () -> {
                    HttpResponse<String> changed = CLIENT.send(
                            "PUT",
                            Client.path("Deals", record) + "/" + lock[0],
                            "{\"data\":[{\"Locked_Reason__s\":\"another\"}]}");
                    assertThat(changed.statusCode()).isEqualTo(200);
                }))
                .isOne();
        assertThat(callsOf(
                        deal,
                        () -> assertThat(CLIENT.unlock("Deals", record, lock[0]).statusCode())
                                .isEqualTo(200)))
                .isOne();
        assertThat(ZOHO.lockOf(deal)).isNull();
        assertThat(CLIENT.list("Deals", record).statusCode()).isEqualTo(204);
    }

    @Test
    void adoptsALockThatZohoKnowsAndPassesItsWordsOn() {
        ZOHO.lockByHand(deal, SOMEBODY, new LockReason("mine"));

        HttpResponse<String> refused = CLIENT.lock("Deals", record);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("record is already locked");
        assertThat(CLIENT.get(Client.path("Deals", record) + "?fields=Locked_By__s")
                        .body())
                .contains("Patricia Boyle");
        assertThat(CLIENT.get("/api/v1/records/Deals/" + record + "/history").body())
                .contains("\"source\":\"zoho\"", "\"cause\":\"crm\"");
    }

    @Test
    void hearsFromZohoWhatPeopleAndRulesDo() {
        await().atMost(SOON)
                .until(() -> ZOHO.channels().stream()
                        .anyMatch(channel -> channel.module().equals("Deals")));
        CrmLock lock = lockedByRule();
        assertThat(ZOHO.notifyOf(deal, "update")).isPositive();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(CLIENT.list("Deals", record).statusCode()).isEqualTo(200));
        assertThat(CLIENT.get("/api/v1/locks?module=Deals").body())
                .contains(lock.id().toString());

        ZOHO.unlockByRule(deal);
        ZOHO.notifyOf(deal, "update");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(CLIENT.list("Deals", record).statusCode()).isEqualTo(204));
        assertThat(CLIENT.get("/prometheus").body()).contains("lockkeeper_zoho_differences_total");
    }

    private CrmLock lockedByRule() {
        ZOHO.lockByRule(deal, new RuleId(99));
        return Objects.requireNonNull(ZOHO.lockOf(deal));
    }

    @Test
    void judgesNoRecordByRulesOfItsOwn() {
        ZOHO.lockByRule(deal, new RuleId(99));
        CLIENT.send("POST", "/api/v1/records/Deals/%d/refresh".formatted(record), "");

        HttpResponse<String> reported = CLIENT.send(
                "PUT", "/api/v1/records/Deals/" + record, "{\"name\":\"Acme\",\"fields\":{\"Stage\":\"Won\"}}");

        assertThat(reported.statusCode()).isEqualTo(200);
        assertThat(reported.body()).contains("\"source\":\"automatic\"");
        assertThat(CLIENT.list("Deals", record).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesMessagesOfOthers() {
        HttpResponse<String> refused = CLIENT.send(
                "POST",
                "/zoho/notifications",
                "{\"channel_id\":\"1\",\"token\":\"guess\",\"ids\":[\"%d\"],\"module\":\"Deals\"}".formatted(record));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(CLIENT.send("POST", "/zoho/notifications", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void looksAtOneRecordOnDemand() {
        ZOHO.lockByHand(deal, SOMEBODY, new LockReason("mine"));
        String path = "/api/v1/records/Deals/%d/refresh".formatted(record);

        HttpResponse<String> refreshed = CLIENT.send("POST", path, "");
        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(refreshed.body()).contains("\"source\":\"manual\"");

        ZOHO.unlockByHand(deal);
        assertThat(CLIENT.send("POST", path, "").body()).contains("\"lock\":null");
        assertThat(CLIENT.send("POST", "/api/v1/records/Dragons/1/refresh", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksZohoForConfigurationsAndChangesThemThere() {
        HttpResponse<String> shown =
                CLIENT.unchecked().get("/crm/v8/settings/record_locking_configurations?module=Leads");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Age")).contains("0");
        assertThat(shown.body()).contains("\"lock_type\":\"automatic\"");
        RecordAddress lead = ZOHO.addRecord("Leads");
        assertThat(CLIENT.lock("Leads", lead.record().value()).statusCode()).isEqualTo(403);

        assertThat(CLIENT.unchecked()
                        .send(
                                "POST",
                                "/crm/v8/settings/record_locking_configurations?module=Leads",
                                "{\"record_locking_configurations\":[{\"lock_type\":\"manual\"}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(CLIENT.get("/crm/v8/settings/record_locking_configurations?module=Dragons")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRecordIsGoneOnlyWhenZohoDoesNotHaveItLocked() {
        CLIENT.lock("Deals", record);
        String path = "/api/v1/records/Deals/" + record;
        assertThat(CLIENT.send("DELETE", path, "").statusCode()).isEqualTo(409);

        ZOHO.removeRecord(deal);
        assertThat(CLIENT.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(CLIENT.get("/api/v1/locks?module=Deals").body()).doesNotContain("\"" + record + "\"");
    }

    @Test
    void anUnansweredLockThatWasTakenIsTheCallers() {
        CLIENT.list("Deals", record);
        ZOHO.next("lock"::equals, Fault.RESET_AFTER);

        assertThat(CLIENT.lock("Deals", record).statusCode()).isEqualTo(201);
        assertThat(ZOHO.lockOf(deal)).isNotNull();
    }

    @Test
    void keepsNoSecretOfZohoInTheDatabase() {
        CLIENT.list("Deals", record);
        assertThat(DATABASE.number("select count(*) from crm_token where crm_token::text ~ '%s|%s'"
                        .formatted(ZohoStandIn.CLIENT_SECRET, ZohoStandIn.REFRESH_TOKEN)))
                .isZero();
        assertThat(SERVICE.output())
                .doesNotContain(ZohoStandIn.CLIENT_SECRET)
                .doesNotContain(ZohoStandIn.REFRESH_TOKEN);
    }
}
