package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the contracts of {@link MirroredLocks} do again and again, on a record of their own. */
final class MirrorSteps {

    static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final Instant IN_CRM = Instant.parse("2026-03-04T11:59:58Z");
    static final Duration LONG = Duration.ofHours(1);
    static final Duration SHORT = Duration.ofMillis(1);
    static final LockReason REASON = new LockReason("last round ");
    static final LockReason OTHER_REASON = new LockReason("zweite Runde 🔒");
    static final RuleId RULE = new RuleId(4711);
    static final RuleId OTHER_RULE = new RuleId(4712);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ids as a CRM gives them, never the same. */
    private static final AtomicLong CRM_IDS = new AtomicLong(5_300_000_000_000_000_000L + System.nanoTime());

    final MirroredLocks mirror;
    final Locks locks;
    final User user;
    final RecordKey key;
    final ConfigurationId configuration;

    MirrorSteps(MirroredLocks mirror, Locks locks, LocksFixture given) {
        this.mirror = mirror;
        this.locks = locks;
        this.user = given.user(Permission.LOCK);
        LockingConfiguration found = given.configuration();
        this.key = given.record(found);
        this.configuration = found.id();
    }

    static LockId newLockId() {
        return new LockId(CRM_IDS.incrementAndGet());
    }

    static UserRef newCrmUser() {
        return new UserRef(new UserId(CRM_IDS.incrementAndGet()), "Ånna of the CRM");
    }

    static CrmRefusal refusal() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("status", "error");
        body.put("code", "ALREADY_LOCKED");
        body.put("a", List.of(true, new BigInteger("12345678901234567890"), new BigDecimal("1.50")));
        body.put("details", Map.of("reason", "zażółć \u0000 \"🔒\""));
        body.put("nothing", null);
        return new CrmRefusal(CrmRefusal.Reason.ALREADY_LOCKED, 400, body);
    }

    /** Asks again and again until there is an answer. */
    static <T> T eventually(Supplier<Optional<T>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nothing came within " + PATIENCE);
    }

    IntendedChange.Take take() {
        return new IntendedChange.Take(REASON, configuration);
    }

    NewIntent wanted(IntendedChange change, User by, Duration lease) {
        return new NewIntent(key, change, by, NOON, lease);
    }

    ClaimOutcome claim(IntendedChange change, User by) {
        return mirror.claim(wanted(change, by, LONG));
    }

    LockIntent claimed(IntendedChange change) {
        return claimed(change, LONG);
    }

    LockIntent claimed(IntendedChange change, Duration lease) {
        return ((ClaimOutcome.Claimed) mirror.claim(wanted(change, user, lease))).intent();
    }

    IntentResult settled(LockIntent intent, Settlement settlement) {
        return ((SettleOutcome.Settled) mirror.settle(intent, settlement, LATER)).result();
    }

    /** The record locked by hand, through this service. */
    RecordLock locked() {
        settled(claimed(take()), new Settlement.Taken(newLockId(), IN_CRM));
        return lock().orElseThrow();
    }

    /** The record locked as it was found in the CRM. */
    RecordLock found(LockOrigin origin) {
        observe(crmLock(newLockId(), origin));
        return lock().orElseThrow();
    }

    CrmLock crmLock(LockId id, LockOrigin origin) {
        return new CrmLock(id, origin, configuration, IN_CRM);
    }

    ObserveOutcome observe(@Nullable CrmLock found) {
        return observe(standing(), found);
    }

    ObserveOutcome observe(Standing before, @Nullable CrmLock found) {
        return mirror.observe(new Observation(before, found, LATER));
    }

    Standing standing() {
        return Objects.requireNonNull(
                mirror.standing(key.module(), List.of(key.record())).get(key.record()));
    }

    Optional<RecordLock> lock() {
        return locks.find(key).map(found -> found.lock());
    }

    List<LockEvent> history() {
        return locks.history(key, Revision.NONE, 100);
    }

    LockEvent lastEvent() {
        return history().getLast();
    }

    /** Takes over this record's intent as soon as its lease has passed; intents of other tests may come along. */
    LockIntent takenOver(Duration lease) {
        return eventually(() -> mirror.takeOver(100, lease).stream()
                .filter(intent -> intent.key().equals(key))
                .findFirst());
    }
}
