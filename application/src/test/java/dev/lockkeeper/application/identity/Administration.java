package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.InMemoryIdentityStore;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who may administer, somebody who may not, and the store in which they do it. */
final class Administration {

    /** As precise as a clock can be; stores keep microseconds. */
    static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456789Z");

    static final Instant NOW_IN_MICROSECONDS = Instant.parse("2026-03-04T12:00:00.123456Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final InMemoryIdentityStore store = new InMemoryIdentityStore();
    final IdentitySteps steps = new IdentitySteps(store);
    final User administrator = steps.user(Permission.ADMINISTER);
    final User other = steps.user(Permission.LOCK, Permission.CUSTOMIZE);

    /** Different ones every time, and the same in every test. */
    static NewSecrets secrets() {
        AtomicInteger last = new AtomicInteger();
        return new NewSecrets(() -> {
            byte[] bytes = new byte[NewSecrets.BYTES];
            bytes[0] = (byte) last.incrementAndGet();
            return bytes;
        });
    }
}
