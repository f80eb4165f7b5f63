package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses there are: versions, ids, and what looks nearly like one. */
class AddressesTest {

    private static final String NOT_LOCKED = "9223372036854775807";

    @RegisterExtension
    static final Service service = new Service();

    private RecordLock lock;

    @BeforeEach
    void aDealIsLocked() {
        service.configured("Deals", LockType.MANUAL);
        lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v2.1", "v3", "v4", "v5", "v6", "v7", "v8", "v9"})
    void everyServedVersionAnswersAlike(String version) {
        String path = lockOf("Deals", RECORD).replace("/v8/", "/" + version + "/");
        Operation.LOCK.of(service, path, "").send().mustBe(403, "already-locked");
        Operation.LIST.of(service, path, "").send().mustBe(200, "manual-lock", replacements());
        assertThat(Operation.SHOW.of(service, path, lock.id()).send().text())
                .isEqualTo(Operation.SHOW
                        .of(service, lockOf("Deals", RECORD), lock.id())
                        .send()
                        .text());
        Operation.CHANGE.of(service, path, lock.id()).send().mustBe(200, "relation-updated", "lock", lock.id());
        Operation.UNLOCK.of(service, path, lock.id()).send().mustBe(200, "relation-removed", "lock", lock.id());
        assertThat(service.call("GET", "/crm/" + version + "/settings/modules")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v10", "V8", "v2.2", "v2x1", "v02", "v", "8", "v8.0", "latest", "%76", "v8%20"})
    void noOtherVersionIsServed(String version) {
        String path = lockOf("Deals", RECORD).replace("/v8/", "/" + version + "/");
        for (Operation operation : Operation.values()) {
            operation.of(service, path, lock.id()).send().mustBe(404, "bad-url");
        }
        service.call("PATCH", path).send().mustBe(404, "bad-url");
        service.call("GET", "/crm/" + version + "/settings/modules").send().mustBe(404, "bad-url");
        service.call("GET", "/crm/" + version + "/settings/fields?module=Deals")
                .send()
                .mustBe(404, "bad-url");
        nothingHasChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "+5",
                "05",
                "00",
                "0",
                "9223372036854775808",
                "18446744073709551617",
                "99999999999999999999999",
                "1e3",
                "1.0",
                "0x10",
                "5843104000000425565L",
                "null",
                "%20",
                "%205",
                "5%20",
                "5%0A",
                "%00",
                "%2B5",
                "%2D5",
                "%EF%BC%95",
                "%D9%A5",
                "%ff",
                "%2535",
                "1%2F2",
                "5%3Ffields=id",
                ".",
                "..",
                "1;a=b",
                "'",
                "%22",
                "*",
                "~"
            })
    void idsThatAreNone(String id) {
        for (Operation operation : Operation.values()) {
            operation.of(service, lockOf("Deals", id), lock.id()).send().mustBe(400, "invalid-record-id");
        }
        for (Operation operation : new Operation[] {Operation.SHOW, Operation.CHANGE, Operation.UNLOCK}) {
            operation.of(service, lockOf("Deals", RECORD), id).send().mustBe(400, "invalid-lock-id");
        }
        nothingHasChanged();
    }

    @Test
    void idsUpToTheLargestThereIs() {
        assertThat(service.call("GET", listOf("Deals", NOT_LOCKED)).send().status())
                .isEqualTo(204);
        assertThat(service.call("GET", listOf("Deals", "1")).send().status()).isEqualTo(204);
    }

    @Test
    void idsThatArePercentEncodedAreTheSame() {
        String encoded = "%3" + RECORD.charAt(0) + RECORD.substring(1);
        service.call("GET", listOf("Deals", encoded)).send().mustBe(200, "manual-lock", replacements());
    }

    @Test
    void idsAreLookedUpInTheirModule() {
        service.configured("Leads", LockType.MANUAL);
        assertThat(service.call("GET", listOf("Leads", RECORD)).send().status()).isEqualTo(204);
        Operation.UNLOCK.of(service, lockOf("Leads", RECORD), lock.id()).send().mustBe(400, "invalid-lock-id");
        nothingHasChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/crm",
                "/crm/",
                "/crm/v8",
                "/crm/v8/",
                "/crm/v8/Deals",
                "/crm/v8/Deals/" + RECORD,
                "/crm//Deals/1/Locking_Information__s",
                "/crm/v8//1/Locking_Information__s",
                "/crm/v8/Deals//Locking_Information__s",
                "/crm/v8/Deals/1//",
                "/crm/v8/Deals/1/Locking_Information__s//",
                "/crm/v8/Deals/1/Locking_Information__s/1/2",
                "/CRM/v8/Deals/1/Locking_Information__s",
                "/crm/v8/settings/1/Locking_Information__s",
                "/crm/v8/settings/1/Locking_Information__s/1",
                "/crm/v8/settings",
                "/crm/v8/settings/modules/Deals",
                "/crm/v8/Deals/1/../../settings/modules",
                "/crm/v8/Deals%2F1%2FLocking_Information__s",
                "/api",
                "/apis/v1/locks",
                "/index.html",
                "/favicon.ico",
                "/token_info",
                "/oauth/access_token",
                "/logout",
                "/keys",
                "/routes",
                "/beans",
                "/env"
            })
    void addressesThatNobodyServes(String path) {
        service.sendRaw("GET " + path + " HTTP/1.1", "Authorization: Bearer " + service.ofCaller)
                .mustBe(404, "bad-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "crm/v8", "http://localhost/", "http://example.org/crm/v8/Deals"})
    void targetsOfARequestThatAreNoPath(String target) {
        service.sendRaw("GET " + target + " HTTP/1.1", "Authorization: Bearer " + service.ofCaller)
                .mustBe(404, "bad-url");
    }

    @ParameterizedTest
    @EnumSource
    void aTrailingSlashMakesNoDifference(Operation operation) {
        Object id = operation == Operation.LIST ? "" : lock.id();
        String without =
                operation.of(service, lockOf("Deals", RECORD), id).send().text();
        service.stores.reset();
        aDealIsLocked();

        String path = lockOf("Deals", RECORD) + (operation == Operation.LOCK || operation == Operation.LIST ? "/" : "");
        Object idAndSlash = operation == Operation.LIST ? "" : lock.id() + "/";
        assertThat(withoutIds(operation.of(service, path, idAndSlash).send().text()))
                .isEqualTo(withoutIds(without));
    }

    @Test
    void headAnswersAsGetDoesWithoutTheBody() {
        Answer shown = service.call("HEAD", listOf("Deals", RECORD)).send();
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).isEmpty();
        assertThat(shown.header("content-type")).hasValue("application/json");
        assertThat(shown.header("lockkeeper-revision"))
                .isEqualTo(Optional.of(lock.revision().toString()));

        assertThat(service.call("HEAD", listOf("Deals", NOT_LOCKED)).send().status())
                .isEqualTo(204);
        assertThat(service.call("HEAD", lockOf("Deals", RECORD)).send().status())
                .isEqualTo(400);
        assertThat(service.call("HEAD", "/nothing").send().status()).isEqualTo(404);
        assertThat(service.anonymous("HEAD", listOf("Deals", RECORD)).send().status())
                .isEqualTo(401);
        assertThat(service.call("HEAD", "/api/v1/locks").send().status()).isEqualTo(200);
        nothingHasChanged();
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        String path = lockOf("a".repeat(5000), RECORD);
        Answer answer = service.sendRaw("GET " + path + " HTTP/1.1", "Authorization: Bearer " + service.ofCaller);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code")).isEqualTo("INVALID_DATA");
    }

    private void nothingHasChanged() {
        assertThat(service.locks()).containsExactly(lock);
        assertThat(service.history("Deals", RECORD)).hasSize(1);
    }

    private Object[] replacements() {
        return new Object[] {
            "lock",
            lock.id(),
            "configuration",
            lock.configuration(),
            "module",
            Service.module("Deals").id()
        };
    }

    private static String withoutIds(String text) {
        return text.replaceAll("1777[0-9]{15}", "id");
    }
}
