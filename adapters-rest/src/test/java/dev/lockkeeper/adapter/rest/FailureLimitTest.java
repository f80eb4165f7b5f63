package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An address from which come too many requests without a token in force is refused, where the operator says so. */
class FailureLimitTest {

    private static final String LOCKS = "/api/v1/locks";
    private static final String ADDRESS = "X-Real-IP";

    @RegisterExtension
    static final Service service = new Service(
            Map.of("lockkeeper.limits.failures-per-second", 1, "micronaut.server.client-address-header", ADDRESS));

    @RegisterExtension
    static final Service direct = new Service(Map.of("lockkeeper.limits.failures-per-second", 1));

    private final AtomicInteger guesses = new AtomicInteger();

    @Test
    void refusesAnAddressThatGuesses() {
        Answer refused = untilRefused(() -> guess("192.0.2.1"));

        refused.mustBeProblem(429, "Too Many Requests", "Too many requests");
        assertThat(refused.header("retry-after")).hasValue("1");
    }

    @Test
    void looksUpNoTokenForIt() {
        // A guess each time, so that the next call is refused however long this machine took for it.
        Answer refused = untilRefused(() -> {
            guess("192.0.2.2");
            return knownAt("192.0.2.2");
        });

        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void letsOtherAddressesGoOn() {
        untilRefused(() -> guess("192.0.2.3"));

        assertThat(knownAt("192.0.2.4").status()).isEqualTo(200);
    }

    @Test
    void doesNotCountCallersThatAreKnown() {
        String scopeless = service.token(Service.CALLER, "lockkeeper.decisions");
        for (int i = 0; i < 50; i++) {
            assertThat(knownAt("192.0.2.5").status()).isEqualTo(200);
            service.callWith(scopeless, "GET", "/crm/v8/settings/modules")
                    .header(ADDRESS, "192.0.2.5")
                    .send()
                    .mustBe(401, "scope");
        }
    }

    @Test
    void takesNobodysWordForAnAddress() {
        AtomicInteger address = new AtomicInteger();
        assertThat(untilRefused(() -> direct.callWith("guess-" + guesses.incrementAndGet(), "GET", LOCKS)
                                .header(ADDRESS, "192.0.2." + address.incrementAndGet() % 250)
                                .header("X-Forwarded-For", "192.0.2." + address.get() % 250)
                                .send())
                        .status())
                .isEqualTo(429);
    }

    private Answer guess(String address) {
        return service.callWith("guess-" + guesses.incrementAndGet(), "GET", LOCKS)
                .header(ADDRESS, address)
                .send();
    }

    private static Answer knownAt(String address) {
        return service.call("GET", LOCKS).header(ADDRESS, address).send();
    }

    private static Answer untilRefused(Supplier<Answer> call) {
        return Stream.generate(call)
                .limit(1000)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }
}
