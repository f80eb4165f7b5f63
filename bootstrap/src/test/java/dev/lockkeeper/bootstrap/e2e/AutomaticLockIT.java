package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Records that lock and release themselves, through two processes on one database. */
class AutomaticLockIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ServiceProcess ONE =
            ServiceProcess.builder().on(DATABASE).start();
    private static final ServiceProcess OTHER =
            ServiceProcess.builder().on(DATABASE).start();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Client one = ONE.client();
    private final Client other = OTHER.client();

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void locksARecordWhenARuleMatchesAndReleasesItWhenNoneDoes() {
        Given.configuration(one, "Deals", "both", Given.rule("won", "Stage", "Closed Won", false));

        HttpResponse<String> won = report(other, "Deals", 1, "Big deal", "closed won");

        assertThat(won.body()).contains("\"source\":\"automatic\"", "\"name\":\"won\"", "\"name\":\"Big deal\"");
        assertThat(won.headers().firstValue("Lockkeeper-Revision")).isPresent();
        HttpResponse<String> shown =
                one.get(Client.path("Deals", 1) + "?fields=Locked_For__s,Lock_Source__s,Locked_By__s");
        assertThat(shown.body())
                .contains("\"Lock_Source__s\":\"Automatic\"", "\"Locked_By__s\":null", "\"name\":\"Big deal\"")
                .contains("\"$editable\":false");
        String lock = id(shown);
        assertThat(one.unlock("Deals", 1, lock).body())
                .contains("Automatically locked records can not be unlocked manually");
        assertThat(one.lock("Deals", 1).body()).contains("record is already locked");
        assertThat(report(one, "Deals", 1, "Big deal", "Negotiation").body()).contains("\"lock\":null");
        assertThat(other.list("Deals", 1).statusCode()).isEqualTo(204);
        assertThat(other.get("/api/v1/records/Deals/1/history").body())
                .containsSubsequence("\"locked\"", "\"unlocked\"")
                .contains("\"cause\":\"rules\"");
    }

    @Test
    void makesAManualLockBothAndManualAgain() {
        Given.configuration(one, "Leads", "both", Given.rule("contacted", "Lead_Status", "Contacted", false));
        String lock = Client.lockId(one.lock("Leads", 1));

        assertThat(report(one, "Leads", 1, "Ada", "Contacted").body()).contains("\"source\":\"both\"", lock);
        assertThat(report(other, "Leads", 1, "Ada", "Junk Lead").body()).contains("\"source\":\"manual\"", lock);
        report(other, "Leads", 1, "Ada", "Contacted");
        assertThat(one.unlock("Leads", 1, lock).statusCode()).isEqualTo(200);
        assertThat(one.get("/api/v1/locks?module=Leads").body())
                .contains("\"source\":\"automatic\"", "\"record_name\":\"Ada\"", "\"reason\":null");
        assertThat(other.send("DELETE", "/api/v1/records/Leads/1", "").statusCode())
                .isEqualTo(204);
        assertThat(one.list("Leads", 1).statusCode()).isEqualTo(204);
    }

    @Test
    void locksWhatIsThereAlreadyAndReleasesItWhenTheRuleGoes() {
        Given.configuration(one, "Accounts", "both", Given.rule("partners", "Account_Type", "Partner", false));
        StringBuilder records = new StringBuilder();
        for (int id = 1; id <= 1000; id++) {
            records.append(id == 1 ? "" : ",")
                    .append("{\"id\":\"%d\",\"name\":\"A\",\"fields\":{\"Account_Type\":\"%s\"}}"
                            .formatted(id, id % 4 == 0 ? "Competitor" : "Customer"));
        }
        HttpResponse<String> reported =
                other.send("POST", "/api/v1/records/Accounts", "{\"records\":[%s]}".formatted(records));
        assertThat(reported.statusCode()).isEqualTo(200);
        String configuration = id(one.get(Given.configurations("Accounts")));

        HttpResponse<String> changed =
                change(configuration, Given.rule("competitors", "Account_Type", "Competitor", true));

        String job = done(changed);
        assertThat(job).contains("\"kind\":\"lock_existing_records\"", "\"total\":1000", "\"locked\":250");
        assertThat(one.list("Accounts", 4).statusCode()).isEqualTo(200);
        assertThat(one.list("Accounts", 5).statusCode()).isEqualTo(204);
        String rule = ruleOf(other.get(Given.configurations("Accounts")), "competitors");

        HttpResponse<String> removed = change(configuration, "{\"id\":\"%s\",\"_delete\":true}".formatted(rule));

        assertThat(done(removed)).contains("\"kind\":\"review_locks\"", "\"total\":250", "\"released\":250");
        assertThat(one.get("/api/v1/locks?module=Accounts").body()).contains("\"items\":[]");
    }

    @Test
    void endsAllLocksOfAModuleWithItsConfiguration() {
        Given.configuration(one, "Contacts", "both", Given.rule("do not mail", "Email_Opt_Out", "true", false));
        one.lock("Contacts", 1);
        one.send("PUT", "/api/v1/records/Contacts/2", "{\"name\":\"Grace\",\"fields\":{\"Email_Opt_Out\":true}}");
        String configuration = id(one.get(Given.configurations("Contacts")));

        HttpResponse<String> deleted =
                other.send("DELETE", Given.configurations("Contacts") + "&ids=" + configuration, "");

        assertThat(deleted.body()).contains("record locking configuration deleted");
        assertThat(one.get("/api/v1/locks?module=Contacts").body()).contains("\"items\":[]");
        assertThat(one.list("Contacts", 1).body()).contains("Required Record Locking Configuration is not present");
        for (int record : new int[] {1, 2}) {
            assertThat(one.get("/api/v1/records/Contacts/" + record + "/history")
                            .body())
                    .contains("\"cause\":\"configuration_deleted\"");
        }
        Given.configuration(one, "Contacts", "manual");
        assertThat(one.lock("Contacts", 1).statusCode()).isEqualTo(201);
    }

    private static HttpResponse<String> report(Client client, String module, long record, String name, String status) {
        String field = module.equals("Deals") ? "Stage" : "Lead_Status";
        return client.send(
                "PUT",
                "/api/v1/records/%s/%d".formatted(module, record),
                "{\"name\":\"%s\",\"fields\":{\"%s\":\"%s\"}}".formatted(name, field, status));
    }

    private HttpResponse<String> change(String configuration, String rule) {
        HttpResponse<String> answer = one.send(
                "PUT",
                "/crm/v8/settings/record_locking_configurations/%s?module=Accounts".formatted(configuration),
                "{\"record_locking_configurations\":[{\"locking_rules\":[%s]}]}".formatted(rule));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** Waits for the job that a change made, and shows it. */
    private String done(HttpResponse<String> change) {
        String job = change.headers().firstValue("Lockkeeper-Job").orElseThrow();
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> other.get("/api/v1/jobs/" + job).body(), body -> body.contains("\"state\":\"done\""));
    }

    private static String ruleOf(HttpResponse<String> answer, String name) {
        return find(answer, "\"name\":\"" + name + "\",\"id\":\"([0-9]+)\"");
    }

    /** The id of what an answer shows, which is the last of a configuration's own keys that look so. */
    private static String id(HttpResponse<String> answer) {
        return find(answer, "(?:\"modified_by\":\\{[^}]*\\}|\"\\$editable\":[a-z]+),\"id\":\"([0-9]+)\"");
    }

    private static String find(HttpResponse<String> answer, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer.body());
        assertThat(matcher.find()).as("%s in %s", pattern, answer.body()).isTrue();
        return matcher.group(1);
    }
}
