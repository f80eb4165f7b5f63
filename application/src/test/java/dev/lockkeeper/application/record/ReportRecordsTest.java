package dev.lockkeeper.application.record;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.REASON;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.StoreAuthority;
import dev.lockkeeper.application.record.ReportRecords.Command;
import dev.lockkeeper.application.record.ReportRecords.Reported;
import dev.lockkeeper.application.record.ReportRecords.UnknownModule;
import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.Records;
import dev.lockkeeper.domain.record.ReportedRecord;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRecordsTest {

    private final InMemoryRulesStore store = new InMemoryRulesStore();
    private final RulesSteps steps = new RulesSteps(store);
    private final ManualHold person = new ManualHold(steps.user.ref(), REASON);

    @Test
    void locksARecordThatARuleMatchesNow() {
        LockingRule won = steps.rule("Won", false);
        steps.configured(won);

        Reported reported = report(record(7, "Seven", "won"));

        RecordLock lock = steps.lock(7).orElseThrow();
        assertThat(reported.module()).isEqualTo(steps.module);
        assertThat(reported.records()).map(ReportedRecord::lock).containsExactly(lock);
        assertThat(reported.records()).map(ReportedRecord::revision).containsExactly(lock.revision());
        assertThat(lock.origin()).isEqualTo(new Automatic(won.id()));
        assertThat(lock.configuration()).isEqualTo(steps.configuration().id());
        assertThat(lock.lockedAt()).isEqualTo(NOON);
        LockEvent event = steps.history(7).getLast();
        assertThat(event.by()).isNull();
        assertThat(event.cause()).isEqualTo(LockEvent.Cause.RULES);
    }

    @Test
    void locksByTheFirstOfSeveralRulesThatMatch() {
        LockingRule filled = rule("Stage", "not_equal", "${EMPTY}");
        LockingRule won = steps.rule("Won", false);
        steps.configured(filled, won);

        report(record(7, "Seven", "Won"));

        assertThat(steps.origin(7)).hasValue(new Automatic(filled.id()));
    }

    @Test
    void leavesARecordUnlockedThatNoRuleMatches() {
        steps.configured(steps.rule("Won", false));

        Reported reported = report(record(7, "Seven", "Lost"));

        assertThat(reported.records())
                .containsExactly(new ReportedRecord(record(7, "Seven", "Lost"), Revision.NONE, null));
        assertThat(steps.history(7)).isEmpty();
    }

    @Test
    void leavesARecordToTheRuleThatHoldsItWhileThatMatches() {
        LockingRule won = steps.rule("Won", false);
        steps.configured(won);
        report(record(7, "Seven", "Won"));

        report(record(7, "Seven, renamed", "WON"));

        assertThat(steps.history(7)).hasSize(1);
        assertThat(store.locks().find(steps.key(7)))
                .map(LockedRecord::recordName)
                .hasValue("Seven, renamed");
    }

    @Test
    void releasesARecordThatNoRuleMatchesAnyMore() {
        steps.configured(steps.rule("Won", false));
        report(record(7, "Seven", "Won"));

        Reported reported = report(record(7, "Seven", "Lost"));

        assertThat(steps.lock(7)).isEmpty();
        assertThat(steps.history(7))
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.UNLOCKED);
        assertThat(reported.records())
                .map(ReportedRecord::revision)
                .containsExactly(steps.history(7).getLast().revision());
    }

    @Test
    void keepsARecordThatNoRuleMatchesAnyMoreWhereRulesDoNotRelease() {
        LockingRule won = steps.rule("Won", false);
        steps.configured(won);
        report(record(7, "Seven", "Won"));

        reporting(store.records(), false).execute(command(record(7, "Seven", "Lost")));

        assertThat(steps.origin(7)).hasValue(new Automatic(won.id()));
    }

    @Test
    void joinsAPersonsLockAndLeavesItAgain() {
        LockingRule won = steps.rule("Won", false);
        steps.configured(won);
        RecordLock byHand = steps.lockedByHand(7);

        report(record(7, "Seven", "Won"));
        assertThat(steps.origin(7)).hasValue(new Both(person, won.id()));

        report(record(7, "Seven", "Lost"));
        assertThat(steps.origin(7)).hasValue(new Manual(person));
        assertThat(steps.lock(7)).map(RecordLock::id).hasValue(byHand.id());
    }

    @Test
    void answersInTheOrderOfTheReport() {
        steps.configured(steps.rule("Won", false));

        Reported reported = report(record(9, "Nine", "Won"), record(7, "Seven", "Lost"), record(9, "Nine", "Lost"));

        assertThat(reported.records())
                .extracting(answer -> answer.record().id().value())
                .containsExactly(9L, 7L, 9L);
        assertThat(steps.lock(9)).isEmpty();
    }

    @Test
    void saysWhatTheRulesAreCalled() {
        LockingRule won = steps.rule("Won", false);
        LockingRule lost = steps.rule("Lost", false);
        steps.configured(won, lost);

        assertThat(report().ruleNames()).containsOnly(Map.entry(won.id(), "at Won"), Map.entry(lost.id(), "at Lost"));
    }

    @Test
    void takesNoteOfTheRecordsOfAModuleWithoutConfiguration() {
        Reported reported = report(record(7, "Seven", "Won"));

        assertThat(reported.records()).extracting(ReportedRecord::lock).containsOnlyNulls();
        assertThat(reported.ruleNames()).isEmpty();
        steps.configured(steps.rule("Won", false));
        steps.lockedByHand(7);
        assertThat(store.locks().find(steps.key(7)))
                .map(LockedRecord::recordName)
                .hasValue("Seven");
    }

    @Test
    void findsItsModuleInAnyCase() {
        Command command = new Command(
                steps.module.apiName().toUpperCase(Locale.ROOT), List.of(record(7, "Seven", "Won")), steps.user);

        assertThat(reporting(store.records(), true).execute(command)).isInstanceOf(Reported.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "", "Locking_Information__s"})
    void refusesAModuleThatNobodyCanName(String module) {
        assertThat(reporting(store.records(), true).execute(new Command(module, List.of(), steps.user)))
                .isEqualTo(new UnknownModule());
    }

    private LockingRule rule(String field, String comparator, String value) {
        return new LockingRule(
                store.configurations().newRuleId(),
                "a rule",
                false,
                Policies.read(steps.module, field, comparator, value));
    }

    private Reported report(CrmRecord... records) {
        return (Reported) reporting(store.records(), true).execute(command(records));
    }

    private Command command(CrmRecord... records) {
        return new Command(steps.module.apiName(), List.of(records), steps.user);
    }

    private ReportRecords reporting(Records records, boolean releases) {
        return new ReportRecords(
                store.modules(),
                new StoreAuthority(store.configurations(), store.locks(), Clock.systemUTC()),
                store.configurations(),
                records,
                new RuleJudge.Settings(ZoneOffset.UTC, releases),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
