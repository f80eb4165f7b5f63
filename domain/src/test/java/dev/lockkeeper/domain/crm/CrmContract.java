package dev.lockkeeper.domain.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmRefusal.Reason;
import dev.lockkeeper.domain.crm.CrmReply.Answered;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Crm} does while the CRM answers. Each test wants a CRM without modules. */
public interface CrmContract {

    Crm crm();

    CrmPeople people();

    @Test
    default void locksARecordOnBehalfOfItsUser() {
        people().configure("Deals", LockType.BOTH);
        RecordAddress record = people().addRecord("Deals");

        TakenLock taken = answered(crm().lock(record, new LockReason("Signed \"twice\" – \uD83D\uDD12")));

        assertThat(taken.by()).isEqualTo(answered(crm().currentUser()));
        assertThat(taken.at()).isEqualTo(taken.at().truncatedTo(ChronoUnit.SECONDS));
        CrmLock lock = found(people().lockOf(record));
        assertThat(lock.id()).isEqualTo(taken.id());
        assertThat(lock.lockedAt()).isEqualTo(taken.at());
        assertThat(lock.origin())
                .isEqualTo(new LockOrigin.Manual(taken.by(), new LockReason("Signed \"twice\" – \uD83D\uDD12")));
        assertThat(answered(crm().findLock(record)).lock()).isEqualTo(lock);
    }

    @Test
    default void refusesToLockWhatIsLocked() {
        people().configure("Deals", LockType.BOTH);
        RecordAddress byHand = people().addRecord("Deals");
        RecordAddress byRule = people().addRecord("Deals");
        people().lockByHand(byHand, somebody(), reason());
        people().lockByRule(byRule, new RuleId(7));

        assertRefused(crm().lock(byHand, reason()), CrmBodies.alreadyLocked());
        assertRefused(crm().lock(byRule, reason()), CrmBodies.alreadyLocked());
    }

    @Test
    default void refusesToLockWhereRulesAloneDo() {
        people().configure("Deals", LockType.AUTOMATIC);

        assertRefused(crm().lock(people().addRecord("Deals"), reason()), CrmBodies.automaticOnly());
    }

    @Test
    default void refusesWhatItDoesNotKnow() {
        people().configure("Deals", LockType.MANUAL);
        RecordAddress record = people().addRecord("Deals");
        RecordAddress gone = people().addRecord("Deals");
        people().removeRecord(gone);
        RecordAddress elsewhere = new RecordAddress("Nowhere", new RecordId(5));
        LockId lock = new LockId(6);

        assertRefused(crm().lock(elsewhere, reason()), CrmBodies.unknownModule(CrmBodies.segment(0)));
        assertRefused(crm().findLock(elsewhere), CrmBodies.unknownModule(CrmBodies.segment(0)));
        assertRefused(crm().findConfiguration("Nowhere"), CrmBodies.unknownModule(Map.of()));
        assertRefused(crm().lock(gone, reason()), CrmBodies.unknownRecord());
        assertRefused(crm().findLock(gone), CrmBodies.unknownRecord());
        assertRefused(crm().unlock(gone, lock), CrmBodies.unknownRecord());
        assertRefused(crm().unlock(record, lock), CrmBodies.unknownId(3));
        assertRefused(crm().changeReason(record, lock, reason()), CrmBodies.unknownId(3));
        assertRefusedFor(crm().lockedRecords("Nowhere", 0), Reason.UNKNOWN_MODULE);
        assertRefusedFor(crm().areLocked("Nowhere", List.of(new RecordId(5))), Reason.UNKNOWN_MODULE);
        assertRefusedFor(crm().fields("Nowhere"), Reason.UNKNOWN_MODULE);
    }

    @Test
    default void refusesEverythingAboutLocksWithoutAConfiguration() {
        RecordAddress record = people().addRecord("Deals");

        assertRefused(crm().lock(record, reason()), CrmBodies.notConfigured());
        assertRefused(crm().findLock(record), CrmBodies.notConfigured());
        assertRefused(crm().unlock(record, new LockId(6)), CrmBodies.notConfigured());
    }

    @Test
    default void unlocks() {
        people().configure("Deals", LockType.MANUAL);
        RecordAddress record = people().addRecord("Deals");
        LockId lock = people().lockByHand(record, somebody(), reason());

        assertThat(answered(crm().unlock(record, lock))).isEqualTo(lock);

        assertThat(people().lockOf(record)).isNull();
        assertThat(answered(crm().findLock(record)).lock()).isNull();
        assertRefused(crm().unlock(record, lock), CrmBodies.unknownId(3));
    }

    @Test
    default void leavesTheRulesPart() {
        people().configure("Deals", LockType.BOTH);
        RecordAddress record = people().addRecord("Deals");
        LockId lock = answered(crm().lock(record, reason())).id();
        people().lockByRule(record, new RuleId(7));
        assertThat(found(answered(crm().findLock(record)).lock()).origin()).isInstanceOf(LockOrigin.Both.class);

        answered(crm().unlock(record, lock));

        CrmLock left = found(answered(crm().findLock(record)).lock());
        assertThat(left.id()).isEqualTo(lock);
        assertThat(left.origin()).isEqualTo(new LockOrigin.Automatic(new RuleId(7)));
        assertRefused(crm().unlock(record, lock), CrmBodies.heldByRule());
        assertRefused(crm().changeReason(record, lock, reason()), CrmBodies.heldByRule());
        people().unlockByRule(record);
        assertThat(answered(crm().findLock(record)).lock()).isNull();
    }

    @Test
    default void changesTheReasonAndNothingElse() {
        people().configure("Deals", LockType.MANUAL);
        RecordAddress record = people().addRecord("Deals");
        LockId lock = people().lockByHand(record, somebody(), reason());
        Instant lockedAt = found(people().lockOf(record)).lockedAt();

        assertThat(answered(crm().changeReason(record, lock, new LockReason("Another"))))
                .isEqualTo(lock);

        CrmLock changed = found(people().lockOf(record));
        assertThat(changed.origin()).isEqualTo(new LockOrigin.Manual(somebody(), new LockReason("Another")));
        assertThat(changed.lockedAt()).isEqualTo(lockedAt);
    }

    @Test
    default void givesARecordToOneOfMany() {
        people().configure("Deals", LockType.MANUAL);
        RecordAddress record = people().addRecord("Deals");

        List<CrmReply<TakenLock>> replies = together(8, () -> crm().lock(record, reason()));

        assertThat(replies).filteredOn(Answered.class::isInstance).hasSize(1);
        assertThat(replies)
                .filteredOn(CrmReply.Refused.class::isInstance)
                .hasSize(7)
                .allSatisfy(reply -> assertRefusedFor(reply, Reason.ALREADY_LOCKED));
    }

    @Test
    default void listsLockedRecordsByPages() {
        people().configure("Deals", LockType.MANUAL);
        assertThat(answered(crm().lockedRecords("Deals", 0))).isEqualTo(new LockedPage(List.of(), false));
        Set<RecordId> locked = new HashSet<>();
        for (int i = 0; i <= Crm.PAGE; i++) {
            RecordAddress record = people().addRecord("Deals");
            people().lockByHand(record, somebody(), reason());
            locked.add(record.record());
        }
        people().addRecord("Deals");

        LockedPage first = answered(crm().lockedRecords("Deals", 0));
        LockedPage second = answered(crm().lockedRecords("Deals", 1));

        assertThat(first.records()).hasSize(Crm.PAGE);
        assertThat(first.more()).isTrue();
        assertThat(second.records()).hasSize(1);
        assertThat(second.more()).isFalse();
        Set<RecordId> listed = new HashSet<>(first.records());
        listed.addAll(second.records());
        assertThat(listed).isEqualTo(locked);
    }

    @Test
    default void saysOfEachRecordWhetherItIsLocked() {
        people().configure("Deals", LockType.MANUAL);
        RecordAddress locked = people().addRecord("Deals");
        RecordAddress free = people().addRecord("Deals");
        RecordAddress gone = people().addRecord("Deals");
        people().removeRecord(gone);
        people().lockByHand(locked, somebody(), reason());

        assertThat(answered(crm().areLocked("Deals", List.of(locked.record(), free.record(), gone.record()))))
                .isEqualTo(Map.of(locked.record(), true, free.record(), false));
        assertThat(answered(crm().areLocked("Deals", List.of(gone.record())))).isEmpty();
    }

    @Test
    default void findsConfigurations() {
        people().addModule("Deals");
        assertThat(answered(crm().findConfiguration("Deals")).configuration()).isNull();

        ConfigurationId id = people().configure("Deals", LockType.BOTH);

        CrmConfiguration configuration =
                answered(crm().findConfiguration("Deals")).configuration();
        assertThat(configuration).isNotNull().satisfies(found -> {
            assertThat(found.id()).isEqualTo(id);
            assertThat(found.lockType()).isEqualTo(LockType.BOTH);
            assertThat(found.ruleNames()).hasSize(1).containsValue("A rule");
            assertThat(found.element()).containsEntry("lock_type", "both").containsEntry("id", id.toString());
        });
    }

    @Test
    default void createsChangesAndDeletesConfigurations() {
        people().addModule("Deals");
        RecordAddress record = people().addRecord("Deals");

        CrmAnswer created = answered(crm().createConfiguration("Deals", document("lock_type", "manual")));

        assertThat(created.status()).isEqualTo(201);
        ConfigurationId id = idOf(answered(crm().findConfiguration("Deals")).configuration());
        assertThat(created.body())
                .isEqualTo(CrmBodies.configurationDone(
                        id.toString(), "record locking configuration created successfully"));
        assertRefused(
                crm().createConfiguration("Deals", document("lock_type", "manual")), CrmBodies.secondConfiguration());

        CrmAnswer changed = answered(crm().changeConfiguration("Deals", id, document("lock_type", "automatic")));
        assertThat(changed.status()).isEqualTo(200);
        assertRefused(crm().lock(record, reason()), CrmBodies.automaticOnly());
        Map<String, @Nullable Object> naming =
                document("lock_type", "manual", "id", id.toString(), "excluded_fields", null);
        assertThat(answered(crm().changeConfiguration("Deals", null, naming)).body())
                .isEqualTo(CrmBodies.configurationDone(
                        id.toString(), "record locking configuration updated successfully"));
        answered(crm().lock(record, reason()));

        assertThat(answered(crm().deleteConfiguration("Deals", id)).body())
                .isEqualTo(CrmBodies.configurationDone(id.toString(), "record locking configuration deleted"));
        assertThat(answered(crm().findConfiguration("Deals")).configuration()).isNull();
        assertThat(people().lockOf(record)).isNull();
        assertRefused(crm().deleteConfiguration("Deals", id), CrmBodies.unknownId(2));
    }

    @Test
    default void saysWhatIsWrongWithAConfiguration() {
        people().addModule("Deals");

        assertRefused(crm().createConfiguration("Deals", document()), CrmBodies.lockTypeMissing());
        assertRefused(crm().createConfiguration("Deals", document("lock_type", "never")), CrmBodies.lockTypeInvalid());
        assertRefused(
                crm().createConfiguration("Nowhere", document("lock_type", "manual")),
                CrmBodies.unknownModule(Map.of()));
        assertRefused(
                crm().changeConfiguration("Deals", new ConfigurationId(9), document("lock_type", "manual")),
                CrmBodies.unknownId(2));
    }

    @Test
    default void listsModulesAndFields() {
        people().addModule("Deals");
        people().addModule("CustomModule1");

        assertThat(answered(crm().modules()))
                .contains(
                        new CrmModuleInfo("Deals", "Deals", false),
                        new CrmModuleInfo("CustomModule1", "CustomModule1", true));
        assertThat(answered(crm().fields("Deals")))
                .contains(
                        new CrmFieldInfo("Name", "Name", "text", false),
                        new CrmFieldInfo("Created_Time", "Created Time", "datetime", true));
    }

    @Test
    default void watchesAModule() {
        people().addModule("Deals");
        Channel channel = new Channel(
                new ChannelId(1_000_001), "Deals", "token", Instant.now().plus(Duration.ofDays(1)));

        assertThat(answered(crm().watch(channel))).isEqualTo(channel.id());
    }

    @Test
    default void answersInTheBackgroundToo() {
        people().configure("Deals", LockType.MANUAL);
        RecordAddress record = people().addRecord("Deals");

        answered(crm().inBackground().lock(record, reason()));

        assertThat(people().lockOf(record)).isNotNull();
        assertThat(crm().inBackground().inBackground().status()).isEqualTo(crm().status());
    }

    @Test
    default void isReachableOnceItHasAnswered() {
        answered(crm().currentUser());

        assertThat(crm().status().state()).isEqualTo(CrmStatus.State.REACHABLE);
    }

    @Test
    default void makesOneCallForEachMethod() {
        people().configure("Deals", LockType.MANUAL);
        RecordAddress record = people().addRecord("Deals");

        LockId lock = answered(crm().lock(record, reason())).id();
        answered(crm().changeReason(record, lock, reason()));
        answered(crm().findLock(record));
        answered(crm().lockedRecords("Deals", 0));
        answered(crm().areLocked("Deals", List.of(record.record())));
        answered(crm().unlock(record, lock));
        answered(crm().findConfiguration("Deals"));
        answered(crm().modules());
        answered(crm().fields("Deals"));
        answered(crm().currentUser());

        assertThat(people().calls())
                .containsExactly(
                        "lock",
                        "changeReason",
                        "findLock",
                        "lockedRecords",
                        "areLocked",
                        "unlock",
                        "findConfiguration",
                        "modules",
                        "fields",
                        "currentUser");
    }

    private static LockReason reason() {
        return new LockReason("Being audited");
    }

    private static UserRef somebody() {
        return new UserRef(new UserId(111_111_000_000_047_487L), "priya v");
    }

    private static Map<String, @Nullable Object> document(@Nullable Object... keysAndValues) {
        return CrmBodies.entries("record_locking_configurations", List.of(CrmBodies.entries(keysAndValues)));
    }

    private static <T> T answered(CrmReply<T> reply) {
        if (reply instanceof Answered<T>(T value)) {
            return value;
        }
        throw new AssertionError("The CRM did not do as asked: " + reply);
    }

    private static ConfigurationId idOf(@Nullable CrmConfiguration configuration) {
        if (configuration == null) {
            throw new AssertionError("The module has no configuration");
        }
        return configuration.id();
    }

    private static CrmLock found(@Nullable CrmLock lock) {
        if (lock == null) {
            throw new AssertionError("The record is not locked");
        }
        return lock;
    }

    private static void assertRefused(CrmReply<?> reply, CrmRefusal refusal) {
        assertThat(reply).isEqualTo(new CrmReply.Refused<>(refusal));
    }

    private static void assertRefusedFor(CrmReply<?> reply, Reason reason) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        CrmReply.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }

    private static <T> List<T> together(int times, Callable<T> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
