package dev.lockkeeper.application.crm;

import static dev.lockkeeper.application.crm.CrmFixture.OTHER_REASON;
import static dev.lockkeeper.application.crm.CrmFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.crm.RefreshRecord.Refreshed;
import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.application.record.RemoveRecord;
import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.mirror.ObserveOutcome.Difference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the CRM, records that are looked at for them, and records that are looked at on demand. */
class KeepingUpTest {

    private static final UserRef SOMEBODY = new UserRef(new UserId(4711), "Patricia Boyle");

    private final CrmFixture given = new CrmFixture();
    private final CrmFixture.ServiceProcess service = given.process();
    private final AtomicInteger tokens = new AtomicInteger();
    private final KeepChannels keepChannels = new KeepChannels(
            given.crm,
            given.modules,
            given.mirroredModules,
            given.channels,
            () -> "token-" + tokens.incrementAndGet(),
            given.clock);
    private final TakeNotification takeNotification =
            new TakeNotification(given.channels, given.staleRecords, given.clock);

    @BeforeEach
    void knowTheModule() {
        service.show(given.deal());
    }

    private Channel opened() {
        assertThat(keepChannels.execute()).isEqualTo(new KeepChannels.Tally(1, 0));
        return given.crm.channels().getLast();
    }

    private TakeNotification.Outcome told(Channel channel, String token, String... ids) {
        return takeNotification.execute(
                new TakeNotification.Command(channel.id().toString(), token, List.of(ids)));
    }

    @Test
    void opensAChannelForEachConfiguredModuleWithATokenOfItsOwnAndRenewsIt() {
        Channel first = opened();
        assertThat(first.module()).isEqualTo("Deals");
        assertThat(keepChannels.execute()).isEqualTo(new KeepChannels.Tally(0, 0));

        given.clock.pass(Duration.ofDays(6).plusHours(18));
        Channel second = opened();
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(told(first, first.token())).isEqualTo(new TakeNotification.Noted(0));

        given.clock.pass(Duration.ofHours(6));
        assertThat(told(first, first.token())).isEqualTo(new TakeNotification.UnknownChannel());
        assertThat(told(second, second.token())).isEqualTo(new TakeNotification.Noted(0));
    }

    @Test
    void triesAgainToOpenAChannelThatTheCrmDidNot() {
        given.crm.next(Trouble.AWAY);
        assertThat(keepChannels.execute()).isEqualTo(new KeepChannels.Tally(0, 1));
        given.crm.next(Trouble.LOST_AFTER);
        assertThat(keepChannels.execute()).isEqualTo(new KeepChannels.Tally(0, 1));
        Channel unheardOf = given.crm.channels().getLast();
        assertThat(told(unheardOf, unheardOf.token())).isEqualTo(new TakeNotification.Noted(0));
        assertThat(keepChannels.execute()).isEqualTo(new KeepChannels.Tally(0, 0));
        given.clock.pass(Duration.ofMinutes(61));
        opened();
    }

    @Test
    void takesMessagesOfItsChannelsOnly() {
        Channel channel = opened();

        assertThat(told(channel, "token-2", "7")).isEqualTo(new TakeNotification.UnknownChannel());
        assertThat(told(channel, "", "7")).isEqualTo(new TakeNotification.UnknownChannel());
        assertThat(told(channel, channel.token(), "7", "seven")).isEqualTo(new TakeNotification.InvalidRecordId());
        assertThat(takeNotification.execute(new TakeNotification.Command("4", channel.token(), List.of("7"))))
                .isEqualTo(new TakeNotification.UnknownChannel());
        assertThat(takeNotification.execute(new TakeNotification.Command("x", channel.token(), List.of("7"))))
                .isEqualTo(new TakeNotification.UnknownChannel());
        assertThat(given.staleRecords.count()).isZero();
        assertThat(told(channel, channel.token(), "7", "8", "7")).isEqualTo(new TakeNotification.Noted(2));
        assertThat(given.staleRecords.count()).isEqualTo(2);
        assertThat(new TakeNotification.Command("1", "secret", List.of()).toString())
                .doesNotContain("secret");
    }

    @Test
    void looksAtManyRecordsByOneQuestionAndOneMoreForEachDifference() {
        Channel channel = opened();
        RecordAddress locked = given.deal();
        RecordAddress same = given.deal();
        RecordAddress gone = given.deal();
        service.lock(same);
        service.lock(gone);
        given.crm.lockByHand(locked, SOMEBODY, REASON);
        given.crm.removeRecord(gone);
        told(channel, channel.token(), id(locked), id(same), id(gone));
        int before = given.crm.calls().size();

        assertThat(service.refreshStaleRecords.execute()).isEqualTo(new RefreshStaleRecords.Tally(3, false));

        assertThat(given.callsSince(before)).isEqualTo(3);
        assertThat(List.of(locked, same)).allMatch(given::agrees);
        assertThat(given.lockHere(gone)).isNull();
        // Changed through this service of late: it is looked at later, and not forgotten.
        assertThat(given.staleRecords.count()).isOne();
        given.clock.pass(Duration.ofMinutes(11));
        service.settleIntents.execute();
        service.refreshStaleRecords.execute();
        assertThat(given.staleRecords.count()).isZero();
    }

    @Test
    void aMessageFindsALockInPlaceOfAnother() {
        Channel channel = opened();
        RecordAddress record = given.deal();
        service.lock(record);
        given.clock.pass(Duration.ofMinutes(11));
        service.settleIntents.execute();
        given.crm.unlockByHand(record);
        given.crm.lockByHand(record, SOMEBODY, REASON);
        told(channel, channel.token(), id(record));

        service.refreshStaleRecords.execute();

        assertThat(given.agrees(record)).isTrue();
        assertThat(given.differences)
                .extracting(RecordCheck.FoundDifference::difference)
                .containsExactly(Difference.REPLACED);
    }

    @Test
    void looksAgainAtWhatTheCrmDidNotTell() {
        Channel channel = opened();
        RecordAddress record = given.deal();
        given.crm.lockByHand(record, SOMEBODY, REASON);
        told(channel, channel.token(), id(record));

        given.crm.next(Trouble.AWAY);
        assertThat(service.refreshStaleRecords.execute()).isEqualTo(new RefreshStaleRecords.Tally(0, true));
        given.clock.pass(Duration.ofMinutes(3));
        given.crm.next(Trouble.NONE, Trouble.AWAY);
        assertThat(service.refreshStaleRecords.execute()).isEqualTo(new RefreshStaleRecords.Tally(0, true));
        given.clock.pass(Duration.ofMinutes(3));
        assertThat(service.refreshStaleRecords.execute()).isEqualTo(new RefreshStaleRecords.Tally(1, false));
        assertThat(given.agrees(record)).isTrue();
    }

    @Test
    void refreshesARecordWhileTheCallerWaits() {
        RecordAddress record = given.deal();
        service.lock(record);
        given.crm.changeReasonByHand(record, OTHER_REASON);

        Refreshed refreshed = (Refreshed) refresh(record);

        assertThat(given.differences)
                .extracting(RecordCheck.FoundDifference::difference)
                .containsExactly(Difference.CHANGED);
        assertThat(refreshed.locked()).isNotNull();
        assertThat(refreshed.revision())
                .isEqualTo(given.history(record).getLast().revision());
        assertThat(given.history(record).getLast().kind()).isEqualTo(LockEvent.Kind.REASON_CHANGED);

        given.crm.unlockByHand(record);
        assertThat(((Refreshed) refresh(record)).locked()).isNull();
    }

    @Test
    void saysWhyARecordCannotBeRefreshed() {
        RecordAddress record = given.deal();
        given.crm.next(Trouble.LOST_BEFORE);
        service.lock(record);
        assertThat(refresh(record)).isEqualTo(new RefreshRecord.Changing());

        given.crm.away(true);
        assertThat(refresh(given.deal())).isEqualTo(new RefreshRecord.NotKnown());
        assertThat(service.refreshRecord.execute(new RefreshRecord.Command("Dragons", "7")))
                .isEqualTo(new RefreshRecord.UnknownModule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x", "-1"})
    void refusesToRefreshWhatIsNoRecord(String id) {
        assertThat(service.refreshRecord.execute(new RefreshRecord.Command("deals", id)))
                .isEqualTo(new RefreshRecord.InvalidRecordId());
    }

    @Test
    void refreshesNothingWhereNobodyElseDecides() {
        RefreshRecord alone =
                new RefreshRecord(given.modules, service.authority, given.locks, given.mirroredLocks, null);
        int before = given.crm.calls().size();

        assertThat(alone.execute(new RefreshRecord.Command("Deals", "7"))).isInstanceOf(Refreshed.class);
        assertThat(given.callsSince(before)).isZero();
    }

    private RefreshRecord.Outcome refresh(RecordAddress record) {
        return service.refreshRecord.execute(
                new RefreshRecord.Command(record.module(), record.record().toString()));
    }

    private static String id(RecordAddress record) {
        RecordId id = record.record();
        return id.toString();
    }

    @Test
    void aRecordIsRemovedOnlyWhenTheCrmDoesNotHaveItLocked() {
        RecordAddress record = given.deal();
        service.lock(record);
        InMemoryRulesStore store = new InMemoryRulesStore();
        RemoveRecord removeRecord = new RemoveRecord(given.modules, service.authority, store.records(), given.clock);
        RemoveRecord.Command command =
                new RemoveRecord.Command(record.module(), record.record().toString(), given.owner);

        assertThat(removeRecord.execute(command)).isEqualTo(new RemoveRecord.StillLocked());
        given.crm.away(true);
        assertThat(removeRecord.execute(command)).isEqualTo(new RemoveRecord.NotKnown());
        given.crm.away(false);
        given.crm.removeRecord(record);
        assertThat(removeRecord.execute(command)).isEqualTo(new RemoveRecord.Removed(null));
    }

    @Test
    void opensNoChannelThatTheCrmRefusesAndNoneForModulesThatAreNotConfigured() {
        service.show(new RecordAddress("Leads", new RecordId(7)));
        CrmRefusal refusal = new CrmRefusal(CrmRefusal.Reason.UNKNOWN_CALL, 404, Map.of());
        KeepChannels refused = new KeepChannels(
                CrmFixture.with(Crm.class, given.crm, "watch", () -> new CrmReply.Refused<>(refusal)),
                given.modules,
                given.mirroredModules,
                given.channels,
                () -> "token",
                given.clock);

        assertThat(refused.execute()).isEqualTo(new KeepChannels.Tally(0, 1));
        assertThat(given.channels.list(given.clock.instant())).isEmpty();
    }

    @Test
    void readsConfigurationsThatAreOldAndNoOthers() {
        ReadConfigurations read = new ReadConfigurations(
                given.crm,
                given.modules,
                given.mirroredModules,
                service.configurations,
                Duration.ofHours(1),
                given.clock);
        int lockable = (int) given.modules.catalog().modules().stream()
                .filter(CrmModule::lockable)
                .count();

        // Deals are known from before.
        assertThat(read.execute()).isEqualTo(new ReadConfigurations.Tally(lockable - 1, 0));
        assertThat(read.execute()).isEqualTo(new ReadConfigurations.Tally(0, 0));
        given.clock.pass(Duration.ofHours(2));
        given.crm.away(true);
        assertThat(read.execute()).isEqualTo(new ReadConfigurations.Tally(0, lockable));
        CrmRefusal refusal = new CrmRefusal(CrmRefusal.Reason.NOT_PERMITTED, 403, Map.of());
        ModuleConfigurations notPermitted = new ModuleConfigurations(
                CrmFixture.with(Crm.class, given.crm, "findConfiguration", () -> new CrmReply.Refused<>(refusal)),
                given.mirroredModules,
                given.clock);
        assertThat(notPermitted.governing(given.deals())).isInstanceOf(LockAuthority.Configured.class);
    }

    @Test
    void aRecordThatTheCrmKeepsSecretKeepsNobodyFromOthers() {
        Channel channel = opened();
        RecordAddress secret = given.deal();
        RecordAddress other = given.deal();
        given.crm.lockByHand(secret, SOMEBODY, REASON);
        given.crm.lockByHand(other, SOMEBODY, REASON);
        told(channel, channel.token(), id(secret), id(other));
        CrmRefusal refusal = new CrmRefusal(CrmRefusal.Reason.NOT_PERMITTED, 403, Map.of());
        AtomicBoolean refused = new AtomicBoolean();
        CrmFixture.ServiceProcess shy = given.process(
                CrmFixture.with(
                        Crm.class,
                        given.crm,
                        "findLock",
                        () -> refused.compareAndSet(false, true) ? new CrmReply.Refused<>(refusal) : null),
                given.mirroredLocks);

        assertThat(shy.refreshStaleRecords.execute()).isEqualTo(new RefreshStaleRecords.Tally(2, false));

        assertThat(given.agrees(secret)).isNotEqualTo(given.agrees(other));
        assertThat(given.staleRecords.count()).isZero();
        refused.set(false);
        given.crm.unlockByHand(other);
        assertThat(shy.sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(1, 0));
    }
}
