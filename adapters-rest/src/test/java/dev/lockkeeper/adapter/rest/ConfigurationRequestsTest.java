package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.CONFIGURATIONS;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.automatic;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.body;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.ofModule;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.one;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.rule;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, methods, scopes and the odd things that clients send, of the configuration calls. */
class ConfigurationRequestsTest {

    private static final String SCOPE = "ZohoCRM.settings.record_locking_configurations.";

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    @ParameterizedTest
    @CsvSource({
        "GET, '', READ",
        "POST, '', CREATE",
        "PUT, '', UPDATE",
        "DELETE, '', DELETE",
        "GET, /1, READ",
        "PUT, /1, UPDATE",
        "DELETE, /1, DELETE"
    })
    void takeTheScopeOfTheirOperationOrAll(String method, String id, String operation) {
        String path = CONFIGURATIONS + id;
        for (String scope : new String[] {"ZohoCRM.settings.ALL", SCOPE + "ALL", SCOPE + operation}) {
            for (String spelled : new String[] {scope, scope.toLowerCase(Locale.ROOT)}) {
                with(method, path, spelled).mustBe(400, "parameter-missing", "param", "module");
            }
        }
        with(method, path).mustBe(401, "scope");
        for (String other : new String[] {"READ", "CREATE", "UPDATE", "DELETE", "WRITE"}) {
            if (!other.equals(operation)) {
                with(method, path, SCOPE + other).mustBe(401, "scope");
            }
        }
        with(
                        method,
                        path,
                        "ZohoCRM.modules.ALL",
                        "ZohoCRM.settings." + operation,
                        "ZohoCRM.settings.modules.ALL",
                        "ZohoCRM.modules.lockinginformation.ALL",
                        "lockkeeper.admin")
                .mustBe(401, "scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v2.1", "v3", "v4", "v5", "v6", "v7", "v8", "v9"})
    void areServedUnderEveryVersion(String version) {
        String path = "/crm/" + version + "/settings/record_locking_configurations";
        assertThat(calls.call("POST", path + "?module=leads")
                        .body(body("{'lock_type':'manual'}"))
                        .send()
                        .status())
                .isEqualTo(201);
        assertThat(calls.call("GET", path + "/?module=LEADS&").send().status()).isEqualTo(200);
        Object id = calls.shown("Leads", "id");
        assertThat(calls.call("PUT", path + "/" + id + "/?&module=Leads")
                        .body(body("{}"))
                        .send()
                        .status())
                .isEqualTo(200);
        Answer head = calls.call("HEAD", path + "/" + id + "?module=Leads").send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(calls.call("DELETE", path + "?module=Leads&ids=" + id).send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v10", "V8", "v2.2", "8", "latest"})
    void areServedUnderNoOtherVersion(String version) {
        Object id = service.configured("Leads", LockType.MANUAL).id();
        for (String one : new String[] {"", "/" + id}) {
            String path =
                    "/crm/" + version + "/settings/record_locking_configurations" + one + "?module=Leads&ids=" + id;
            for (String method : new String[] {"GET", "POST", "PUT", "DELETE", "PATCH"}) {
                calls.call(method, path).body(body("{}")).send().mustBe(404, "bad-url");
            }
        }
        assertThat(calls.get("Leads").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/crm/v8/settings/Record_Locking_Configurations",
                "/crm/v8/settings/RECORD_LOCKING_CONFIGURATIONS",
                "/crm/v8/settings/record_locking_configuration",
                "/crm/v8/Settings/record_locking_configurations",
                "/crm/v8/record_locking_configurations",
                "/crm/v8/settings/record_locking_configurations/1/2",
                "/crm/v8/settings/record_locking_configurations/1/2/3"
            })
    void haveNoOtherAddress(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE", "PATCH"}) {
            service.callWith(
                            service.token(
                                    STRANGER,
                                    "ZohoCRM.settings.ALL",
                                    "ZohoCRM.modules.ALL",
                                    "ZohoCRM.modules.lockinginformation.ALL"),
                            method,
                            path + "?module=Leads")
                    .send()
                    .mustBe(404, "bad-url");
        }
    }

    @ParameterizedTest
    @CsvSource({"PATCH, ''", "OPTIONS, ''", "POST, /1", "PATCH, /1", "OPTIONS, /1", "POST, /1/", "PATCH, /1/"})
    void knowNoOtherMethod(String method, String id) {
        calls.call(method, CONFIGURATIONS + id + "?module=Leads")
                .body(body("{'lock_type':'manual'}"))
                .send()
                .mustBe(403, "wrong-request-method");
        assertThat(calls.get("Leads").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain; charset=UTF-8",
                "text/plain;charset=ISO-8859-1",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=----x",
                "application/octet-stream",
                "json",
                ";;;",
                ""
            })
    void takeABodyUnderAnyContentType(String contentType) {
        mustCreateAndChange(contentType);
    }

    @Test
    void takeABodyWithoutAContentType() {
        calls.created("Leads", automatic(rule("Grüße & =+%20 \uD83D\uDD12")));
        assertThat(calls.ruleNames("Leads")).containsExactly("Grüße & =+%20 \uD83D\uDD12");
    }

    @Test
    void answerInJsonWhateverIsAccepted() {
        Object id = service.configured("Leads", LockType.MANUAL).id();
        for (String accept : new String[] {"text/html", "garbage", ""}) {
            assertThat(calls.call("GET", one(id, "Leads"))
                            .header("Accept", accept)
                            .send()
                            .header("content-type"))
                    .hasValue("application/json");
        }
    }

    @Test
    void passOverABodyThatIsNotAskedFor() {
        Object id = service.configured("Leads", LockType.MANUAL).id();
        calls.call("DELETE", one(id, "Leads")).body("[").send().mustBe(200, "configuration-deleted", "id", id);
    }

    private void mustCreateAndChange(String contentType) {
        Answer created = calls.call("POST", ofModule("Leads"))
                .header("Content-Type", contentType)
                .body(body(automatic(rule("Grüße & =+%20"))))
                .send();
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(calls.ruleNames("Leads")).containsExactly("Grüße & =+%20");
        Answer changed = calls.call("PUT", one(calls.shown("Leads", "id"), "Leads"))
                .header("Content-Type", contentType)
                .chunked(body("{'lock_type':'both'}").getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(calls.shown("Leads", "lock_type")).isEqualTo("both");
    }

    private static Answer with(String method, String path, String... scopes) {
        return service.callWith(service.token(STRANGER, scopes), method, path)
                .body(body("{'lock_type':'manual'}"))
                .send();
    }
}
