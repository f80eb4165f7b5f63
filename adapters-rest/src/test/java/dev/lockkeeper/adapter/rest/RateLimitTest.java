package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A caller that sends too much is refused until it has waited, and nobody else is. */
class RateLimitTest {

    private static final int BURST = 3;
    private static final String LOCKS = "/api/v1/locks";

    @RegisterExtension
    static final Service service =
            new Service(Map.of("lockkeeper.limits.requests-per-second", 1, "lockkeeper.limits.burst", BURST));

    @RegisterExtension
    static final Service unlimited =
            new Service(Map.of("lockkeeper.limits.requests-per-second", 0, "lockkeeper.limits.burst", 1));

    @BeforeEach
    void dealsCanBeLocked() {
        service.configured("Deals", LockType.MANUAL);
    }

    @Test
    void refusesInZohosWords() {
        Answer refused =
                untilRefused(() -> service.call("GET", listOf("Deals", RECORD)).send());

        refused.mustBe(429, "too-many-requests");
        assertThat(refused.header("retry-after")).hasValue("1");
        assertThat(refused.header("x-request-id")).isPresent();
    }

    @Test
    void refusesWithAProblemOnTheManagementSurface() {
        Answer refused = untilRefused(() -> service.call("GET", LOCKS).send());

        refused.mustBeProblem(429, "Too Many Requests", "Too many requests");
        assertThat(refused.header("retry-after")).hasValue("1");
    }

    @Test
    void countsCallsThatLackTheirScope() {
        String scopeless = service.token(Service.CALLER, "lockkeeper.decisions");

        Answer refused =
                untilRefused(() -> service.callWith(scopeless, "GET", LOCKS).send());

        refused.mustBeProblem(429, "Too Many Requests", "Too many requests");
    }

    @Test
    void changesNothingByWhatItRefuses() {
        AtomicInteger record = new AtomicInteger();
        AtomicInteger added = new AtomicInteger();
        untilRefused(() -> {
            Answer answer = service.call("POST", lockOf("Deals", Integer.toString(record.incrementAndGet())))
                    .body(Service.body("deal in progress"))
                    .send();
            added.addAndGet(answer.status() == 201 ? 1 : 0);
            return answer;
        });

        assertThat(service.locks()).hasSize(added.get());
    }

    @Test
    void countsWhatNobodyServes() {
        assertThat(untilRefused(() -> service.call("GET", "/nothing").send()).status())
                .isEqualTo(429);
    }

    @Test
    void letsOthersGoOn() {
        untilRefused(() -> service.callWith(service.token(CALLER, "lockkeeper.locks.read"), "GET", LOCKS)
                .send());

        String other = service.token(STRANGER, "lockkeeper.locks.read");
        assertThat(service.callWith(other, "GET", LOCKS).send().status()).isEqualTo(200);
    }

    @Test
    void doesNotCountCallsWithoutAValidToken() {
        for (int i = 0; i < 10 * BURST; i++) {
            service.anonymous("GET", LOCKS).send().mustBeProblem(401, "Unauthorized", "An access token is needed");
        }
    }

    @Test
    void isCounted() {
        double before = refused();
        untilRefused(() -> service.call("GET", LOCKS).send());

        assertThat(refused() - before).isEqualTo(1);
    }

    @Test
    void canBeSwitchedOff() {
        for (int i = 0; i < 10 * BURST; i++) {
            assertThat(unlimited.call("GET", LOCKS).send().status()).isEqualTo(200);
        }
    }

    /** The first answer that is a refusal: soon, however slow this machine is. */
    private static Answer untilRefused(Supplier<Answer> call) {
        return Stream.generate(call)
                .limit(1000)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static double refused() {
        return service.context()
                .getBean(MeterRegistry.class)
                .get("lockkeeper.requests.limited")
                .counter()
                .count();
    }
}
