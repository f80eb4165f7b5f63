package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Which of several faults of a configuration call is answered: token, scope, URL, method, parameters, module,
 * configuration, permission, body, state. Each test begins with all of them and takes away one after the other.
 */
class ConfigurationOrderOfRefusalTest {

    @RegisterExtension
    static final Service service = new Service();

    @Test
    void ofCreating() {
        Attempt attempt = new Attempt("POST", "");
        upToTheModule(attempt);
        attempt.module = "Calls";
        attempt.send().mustBe(400, "configuration-module-not-supported");
        attempt.module = "Leads";
        service.configured("Leads", LockType.MANUAL);
        upToTheFaultsOfTheBody(attempt);
        attempt.element = "{'lock_type':'x'}";
        attempt.send().mustBe(400, "configuration-lock-type-bad");
        attempt.element = "{'lock_type':'manual'}";
        attempt.send().mustBe(400, "configuration-second");
        service.stores.configurations().remove(Service.module("Leads").id());
        assertThat(attempt.send().status()).isEqualTo(201);
    }

    @Test
    void ofShowing() {
        Attempt attempt = new Attempt("GET", "/1");
        upToTheModule(attempt);
        attempt.module = "Calls";
        attempt.send().mustBe(400, "configuration-bad-id");
        attempt.module = "Leads";
        attempt.send().mustBe(400, "configuration-bad-id");
        attempt.id = "/" + service.configured("Leads", LockType.MANUAL).id();
        attempt.send().mustBe(403, "configuration-no-permission");
        attempt.token = service.ofStranger;
        assertThat(attempt.send().status()).isEqualTo(200);
    }

    @Test
    void ofChanging() {
        Attempt attempt = new Attempt("PUT", "/1");
        upToTheModule(attempt);
        attempt.module = "Calls";
        attempt.send().mustBe(400, "configuration-module-not-supported");
        attempt.module = "Leads";
        attempt.send().mustBe(400, "configuration-bad-id");
        attempt.id = "/" + systemDefined();
        upToTheFaultsOfTheBody(attempt);
        attempt.element = "{'lock_type':'x'}";
        attempt.send().mustBe(400, "configuration-lock-type-bad");
        attempt.element = "{'lock_type':'manual'}";
        attempt.send().mustBe(403, "configuration-system-not-changed");
    }

    @Test
    void ofChangingWhatTheBodyNames() {
        Attempt attempt = new Attempt("PUT", "");
        upToTheModule(attempt);
        attempt.module = "Leads";
        Object id = systemDefined();
        upToTheFaultsOfTheBody(attempt);
        attempt.element = "{'lock_type':'x'}";
        assertThat(attempt.send().at("record_locking_configurations", 0, "code"))
                .isEqualTo("MANDATORY_NOT_FOUND");
        attempt.element = "{'id':'" + id + "','lock_type':'x'}";
        attempt.send().mustBe(400, "configuration-lock-type-bad");
        attempt.element = "{'id':'" + id + "'}";
        attempt.send().mustBe(403, "configuration-system-not-changed");
    }

    @Test
    void ofDeleting() {
        Attempt attempt = new Attempt("DELETE", "/1");
        upToTheModule(attempt);
        attempt.module = "Leads";
        attempt.send().mustBe(400, "configuration-bad-id");
        attempt.id = "/" + systemDefined();
        attempt.send().mustBe(403, "configuration-no-permission");
        attempt.token = service.ofStranger;
        attempt.send().mustBe(403, "configuration-system-not-deleted");
    }

    @Test
    void ofDeletingWhatAParameterNames() {
        Attempt attempt = new Attempt("DELETE", "");
        upToTheModule(attempt);
        attempt.module = "Leads";
        attempt.ids = "";
        for (String none : new String[] {"", "&ids", "&ids=", "&ids=%20,%20", "&ids=,"}) {
            attempt.ids = none;
            attempt.send().mustBe(400, "parameter-missing", "param", "ids");
        }
        attempt.ids = "&ids=1";
        attempt.send().mustBe(400, "configuration-bad-id");
        attempt.ids = "&ids=" + systemDefined();
        attempt.send().mustBe(403, "configuration-no-permission");
        attempt.token = service.ofStranger;
        attempt.send().mustBe(403, "configuration-system-not-deleted");
    }

    private static void upToTheModule(Attempt attempt) {
        String method = attempt.method;
        attempt.send().mustBe(401, "no-token");
        attempt.token = "unknown";
        attempt.send().mustBe(401, "invalid-token");
        attempt.token = service.token(STRANGER, "ZohoCRM.modules.ALL", "ZohoCRM.settings.modules.ALL");
        attempt.send().mustBe(401, "scope");
        attempt.token = service.ofCaller;
        attempt.send().mustBe(404, "bad-url");
        attempt.method = "PATCH";
        attempt.send().mustBe(404, "bad-url");
        attempt.version = "v8";
        attempt.send().mustBe(403, "wrong-request-method");
        attempt.method = method;
        attempt.send().mustBe(400, "parameter-missing", "param", "module");
        attempt.module = "Potentials";
        attempt.send().mustBe(400, "configuration-invalid-module");
    }

    private static void upToTheFaultsOfTheBody(Attempt attempt) {
        attempt.send().mustBe(403, "configuration-no-permission");
        attempt.token = service.ofStranger;
        assertThat(attempt.send().at("details", "expected_data_type")).isEqualTo("jsonobject");
        attempt.element = "{'locked_for':1,'lock_type':'x','id':'1'}";
        assertThat(attempt.send().at("record_locking_configurations", 0, "details", "expected_data_type"))
                .isEqualTo("text");
    }

    private static Object systemDefined() {
        return service.stores
                .configurations()
                .add(Service.module("Leads").id(), Policies.of(LockType.MANUAL), true)
                .id();
    }

    /** A call with every fault there is. */
    private static final class Attempt {

        private String token = "";
        private String method;
        private String version = "v1";
        private String id;
        private String module = "";
        private String ids = "&ids=1";
        private String element = "";

        Attempt(String method, String id) {
            this.method = method;
            this.id = id;
        }

        Answer send() {
            String address =
                    "/crm/" + version + "/settings/record_locking_configurations" + id + "?module=" + module + ids;
            Call call = token.isEmpty() ? service.anonymous(method, address) : service.callWith(token, method, address);
            return call.body(element.isEmpty() ? "[" : ConfigurationCalls.body(element))
                    .send();
        }
    }
}
