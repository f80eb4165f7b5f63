package dev.lockkeeper.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.mirror.ClaimOutcome;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.NewIntent;
import dev.lockkeeper.domain.mirror.Observation;
import dev.lockkeeper.domain.mirror.Settlement;
import dev.lockkeeper.domain.mirror.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link DecisionIndex} knows where a CRM decides. */
public interface MirroredDecisionContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");
    LockReason REASON = new LockReason("last round ");
    ConfigurationId CONFIGURATION = new ConfigurationId(815);
    AtomicLong IDS = new AtomicLong(5_400_000_000_000_000_000L + System.nanoTime());

    /** What a store for which a CRM decides has beside the index. */
    interface MirroredStore {

        MirroredLocks locks();

        MirroredModules modules();

        /** A user, known to the store. */
        User user();

        /** A module of the store. */
        CrmModule module();
    }

    DecisionIndex mirroredIndex();

    MirroredStore mirrored();

    private @Nullable HeldLock lock(MirroredStore store, RecordKey key) {
        return new IndexSteps(mirroredIndex())
                .facts(store.module().apiName(), key)
                .lock();
    }

    private static RecordKey record(MirroredStore store) {
        return new RecordKey(store.module().id(), new RecordId(IDS.incrementAndGet()));
    }

    private static LockIntent claimed(MirroredStore store, RecordKey key, User user, IntendedChange change) {
        return ((ClaimOutcome.Claimed) store.locks().claim(new NewIntent(key, change, user, NOON, Duration.ofHours(1))))
                .intent();
    }

    private HeldLock locked(MirroredStore store, RecordKey key, User user) {
        LockIntent intent = claimed(store, key, user, new IntendedChange.Take(REASON, CONFIGURATION));
        store.locks().settle(intent, new Settlement.Taken(new LockId(IDS.incrementAndGet()), NOON), NOON);
        return Objects.requireNonNull(lock(store, key));
    }

    @Test
    default void countsARecordAsLockedFromTheMomentThatALockIsAskedFor() {
        MirroredStore store = mirrored();
        RecordKey key = record(store);
        User user = store.user();

        LockIntent intent = claimed(store, key, user, new IntendedChange.Take(REASON, CONFIGURATION));
        assertThat(lock(store, key)).isEqualTo(new HeldLock(null, new LockOrigin.Manual(user.ref(), REASON), NOON));

        LockId id = new LockId(IDS.incrementAndGet());
        store.locks().settle(intent, new Settlement.Taken(id, NOON.plusSeconds(1)), NOON);
        assertThat(lock(store, key))
                .isEqualTo(new HeldLock(id, new LockOrigin.Manual(user.ref(), REASON), NOON.plusSeconds(1)));
    }

    @Test
    default void forgetsALockThatWasNotTaken() {
        MirroredStore store = mirrored();
        RecordKey key = record(store);
        LockIntent intent = claimed(store, key, store.user(), new IntendedChange.Take(REASON, CONFIGURATION));
        assertThat(lock(store, key)).isNotNull();

        store.locks().settle(intent, new Settlement.NotMade(), NOON);

        assertThat(lock(store, key)).isNull();
    }

    @Test
    default void countsARecordAsLockedUntilItsUnlockingIsKnown() {
        MirroredStore store = mirrored();
        RecordKey key = record(store);
        User user = store.user();
        HeldLock held = locked(store, key, user);

        LockIntent intent = claimed(store, key, user, new IntendedChange.Release(Objects.requireNonNull(held.id())));
        assertThat(lock(store, key)).isEqualTo(held);

        store.locks().settle(intent, new Settlement.Changed(), NOON);
        assertThat(lock(store, key)).isNull();
    }

    @Test
    default void showsWhatWasFoundInTheCrm() {
        MirroredStore store = mirrored();
        RecordKey key = record(store);
        LockId id = new LockId(IDS.incrementAndGet());
        LockOrigin origin = new LockOrigin.Automatic(new RuleId(9));

        store.locks()
                .observe(new Observation(standing(store, key), new CrmLock(id, origin, CONFIGURATION, NOON), NOON));
        assertThat(lock(store, key)).isEqualTo(new HeldLock(id, origin, NOON));

        store.locks().observe(new Observation(standing(store, key), null, NOON));
        assertThat(lock(store, key)).isNull();
    }

    private static Standing standing(MirroredStore store, RecordKey key) {
        return Objects.requireNonNull(
                store.locks().standing(key.module(), List.of(key.record())).get(key.record()));
    }

    @Test
    default void followsAConfigurationAsTheCrmHasIt() {
        MirroredStore store = mirrored();
        RecordKey key = record(store);
        Instant readAt = Instant.now();
        for (LockType lockType : LockType.values()) {
            CrmConfiguration found = new CrmConfiguration(
                    CONFIGURATION,
                    lockType,
                    Map.of(new RuleId(9), "Won"),
                    Map.of("restricted_actions", List.of("update", "delete")));
            store.modules().keep(store.module().id(), found, readAt);

            assertThat(new IndexSteps(mirroredIndex())
                            .facts(store.module().apiName(), key)
                            .restrictions())
                    .isEqualTo(Restrictions.of(found));
        }
        store.modules().keep(store.module().id(), null, readAt);

        assertThat(new IndexSteps(mirroredIndex())
                        .facts(store.module().apiName(), key)
                        .restrictions())
                .isNull();
    }
}
