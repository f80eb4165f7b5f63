package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.BY_RULE;
import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.OTHER_RECORD;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which of several faults is answered: token, scope, URL, method, module, record id, configuration, lock id,
 * permission, body, state. Each test begins with all of them and takes away one after the other.
 */
class OrderOfRefusalTest {

    @RegisterExtension
    static final Service service = new Service();

    private RecordLock automatic;

    @BeforeEach
    void aDealIsLockedByARule() {
        service.configured("Deals", LockType.BOTH);
        automatic = service.locked("Deals", RECORD, BY_RULE);
    }

    @ParameterizedTest
    @EnumSource
    void ofAnyCallUpToItsConfiguration(Operation operation) {
        upToTheConfiguration(new Attempt(operation));
        assertThat(service.locks()).containsExactly(automatic);
    }

    @Test
    void ofLocking() {
        Attempt attempt = new Attempt(Operation.LOCK);
        upToTheConfiguration(attempt);
        service.configured("Deals", LockType.AUTOMATIC);
        attempt.module = "Deals";
        attempt.send().mustBe(403, "no-permission-to-lock");
        attempt.token = service.ofCaller;
        assertThat(attempt.send().status()).isEqualTo(400);
        attempt.body = "{\"data\":[{}]}";
        attempt.send().mustBe(400, "mandatory");
        attempt.body = Service.body("deal in progress");
        attempt.send().mustBe(403, "automatic-only");
        service.configured("Deals", LockType.BOTH);
        attempt.send().mustBe(403, "already-locked");

        attempt.record = OTHER_RECORD;
        assertThat(attempt.send().status()).isEqualTo(201);
    }

    @Test
    void ofListing() {
        Attempt attempt = new Attempt(Operation.LIST);
        upToTheConfiguration(attempt);
        attempt.module = "Deals";
        attempt.send().mustBe(400, "parameter-missing", "param", "fields");
        attempt.query = "?fields=id";
        assertThat(attempt.send().status()).isEqualTo(200);
    }

    @Test
    void ofShowing() {
        Attempt attempt = new Attempt(Operation.SHOW);
        upToTheConfiguration(attempt);
        attempt.module = "Deals";
        attempt.send().mustBe(400, "invalid-lock-id");
        attempt.lockId = automatic.id().toString();
        assertThat(attempt.send().status()).isEqualTo(200);
    }

    @Test
    void ofChangingAReason() {
        Attempt attempt = new Attempt(Operation.CHANGE);
        upToTheConfiguration(attempt);
        attempt.module = "Deals";
        attempt.send().mustBe(400, "invalid-lock-id");
        attempt.lockId = automatic.id().toString();
        attempt.send().mustBe(403, "no-permission-to-lock");
        attempt.token = service.ofCaller;
        assertThat(attempt.send().status()).isEqualTo(400);
        attempt.body = "{\"data\":[{}]}";
        attempt.send().mustBe(400, "mandatory");
        attempt.body = Service.body("deal in progress");
        attempt.send().mustBe(403, "automatic-lock-cannot-be-unlocked");

        attempt.record = OTHER_RECORD;
        attempt.lockId =
                service.locked("Deals", OTHER_RECORD, BY_COLLEAGUE).id().toString();
        assertThat(attempt.send().status()).isEqualTo(200);
    }

    @Test
    void ofUnlocking() {
        Attempt attempt = new Attempt(Operation.UNLOCK);
        upToTheConfiguration(attempt);
        attempt.module = "Deals";
        attempt.send().mustBe(400, "invalid-lock-id");
        attempt.lockId = automatic.id().toString();
        attempt.send().mustBe(403, "no-permission-to-unlock");
        attempt.token = service.ofCaller;
        attempt.send().mustBe(403, "automatic-lock-cannot-be-unlocked");

        attempt.record = OTHER_RECORD;
        attempt.lockId =
                service.locked("Deals", OTHER_RECORD, BY_COLLEAGUE).id().toString();
        assertThat(attempt.send().status()).isEqualTo(200);
    }

    /** Leaves all faults from the configuration on, the missing configuration among them. */
    private static void upToTheConfiguration(Attempt attempt) {
        String method = attempt.method;
        attempt.send().mustBe(401, "no-token");
        attempt.token = "unknown";
        attempt.send().mustBe(401, "invalid-token");
        attempt.token = service.token(CALLER, "ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL");
        attempt.send().mustBe(401, "scope");
        attempt.token = service.ofStranger;
        attempt.send().mustBe(404, "bad-url");
        attempt.method = "PATCH";
        attempt.send().mustBe(404, "bad-url");
        attempt.version = "v8";
        attempt.send().mustBe(403, "wrong-request-method");
        attempt.method = method;
        attempt.send().mustBe(400, "invalid-module");
        attempt.module = "Leads";
        attempt.send().mustBe(400, "invalid-record-id");
        attempt.record = RECORD;
        attempt.send().mustBe(400, "no-configuration");
    }

    /** A call with every fault there is. */
    private static final class Attempt {

        private final Operation operation;
        private String token = "";
        private String method;
        private String version = "v1";
        private String module = "Potentials";
        private String record = "0";
        private String lockId = "0";
        private String query = "";
        private String body = "[";

        Attempt(Operation operation) {
            this.operation = operation;
            this.method = operation.method;
        }

        Answer send() {
            String path = "/crm/" + version + "/" + module + "/" + record + "/Locking_Information__s";
            String address = switch (operation) {
                case LOCK, LIST -> path + query;
                case SHOW, CHANGE, UNLOCK -> path + "/" + lockId;
            };
            Call call = token.isEmpty() ? service.anonymous(method, address) : service.callWith(token, method, address);
            return call.body(body).send();
        }
    }
}
