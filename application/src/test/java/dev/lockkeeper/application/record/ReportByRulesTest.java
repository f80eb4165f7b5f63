package dev.lockkeeper.application.record;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.StoreAuthority;
import dev.lockkeeper.application.record.ReportRecords.Command;
import dev.lockkeeper.application.record.ReportRecords.Reported;
import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.Records;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rules a report is judged by, when they ask for more than the record's own fields or change meanwhile. */
class ReportByRulesTest {

    private final InMemoryRulesStore store = new InMemoryRulesStore();
    private final RulesSteps steps = new RulesSteps(store);

    @Test
    void locksAgainByTheRulesThatOthersChangedMeanwhile() {
        steps.configured(steps.rule("Won", false));
        LockingRule open = steps.rule("Open", false);
        LockingRule closed = steps.rule("Closed", false);
        Records records = new InterruptedRecords(store.records(), () -> change(open), () -> change(closed));

        Reported reported = (Reported) reporting(records)
                .execute(command(record(7, "", "Won"), record(8, "", "Open"), record(9, "", "Closed")));

        assertThat(steps.lock(7)).isEmpty();
        assertThat(steps.lock(8)).isEmpty();
        assertThat(steps.origin(9)).hasValue(new Automatic(closed.id()));
        assertThat(reported.ruleNames()).containsOnlyKeys(closed.id());
    }

    @Test
    void locksByRulesThatCameOnlyMeanwhile() {
        LockingRule won = steps.rule("Won", false);
        Records records = new InterruptedRecords(store.records(), () -> steps.configured(won));

        reporting(records).execute(command(record(7, "", "Won")));

        assertThat(steps.origin(7)).hasValue(new Automatic(won.id()));
    }

    @Test
    void locksNothingByRulesThatWereDeletedMeanwhile() {
        steps.configured(steps.rule("Won", false));
        Records records = new InterruptedRecords(
                store.records(),
                () -> store.configurations().delete(steps.configuration().id(), steps.user, NOON));

        Reported reported = (Reported) reporting(records).execute(command(record(7, "", "Won")));

        assertThat(steps.lock(7)).isEmpty();
        assertThat(reported.ruleNames()).isEmpty();
    }

    @Test
    void comparesTheOwnerOfARecordAsAField() {
        steps.configured(rule("Owner", "equal", "58001"));

        report(new CrmRecord(record(7, "", "").id(), null, 58001L, Map.of()));
        report(new CrmRecord(record(8, "", "").id(), null, 58002L, Map.of()));
        report(new CrmRecord(record(9, "", "").id(), null, 58001L, Map.of("Owner", Map.of("id", "58002"))));

        assertThat(steps.lock(7)).isPresent();
        assertThat(steps.lock(8)).isEmpty();
        assertThat(steps.lock(9)).isEmpty();
    }

    @Test
    void takesWhoeverReportsForTheCurrentUser() {
        steps.configured(rule("Owner", "equal", "${CURRENTUSER}"));
        long reporter = steps.user.id().value();

        report(new CrmRecord(record(7, "", "").id(), null, reporter, Map.of()));
        report(new CrmRecord(record(8, "", "").id(), null, reporter + 1, Map.of()));

        assertThat(steps.lock(7)).isPresent();
        assertThat(steps.lock(8)).isEmpty();
    }

    @Test
    void letsRulesRestWhilePeopleAloneLock() {
        LockingRule won = steps.rule("Won", false);
        steps.configured(won);
        report(record(7, "Seven", "Won"));
        store.configurations()
                .change(
                        steps.configuration().rulesVersion(),
                        Policies.withRules(LockType.MANUAL, won),
                        null,
                        steps.user,
                        NOON);

        report(record(7, "Seven", "Won"), record(8, "Eight", "Won"));

        assertThat(steps.lock(7)).isEmpty();
        assertThat(steps.lock(8)).isEmpty();
    }

    private void change(LockingRule rule) {
        store.configurations()
                .change(
                        steps.configuration().rulesVersion(),
                        Policies.withRules(LockType.BOTH, rule),
                        null,
                        steps.user,
                        NOON);
    }

    private LockingRule rule(String field, String comparator, String value) {
        return new LockingRule(
                store.configurations().newRuleId(),
                "a rule",
                false,
                Policies.read(steps.module, field, comparator, value));
    }

    private Reported report(CrmRecord... records) {
        return (Reported) reporting(store.records()).execute(command(records));
    }

    private Command command(CrmRecord... records) {
        return new Command(steps.module.apiName(), List.of(records), steps.user);
    }

    private ReportRecords reporting(Records records) {
        return new ReportRecords(
                store.modules(),
                new StoreAuthority(store.configurations(), store.locks(), Clock.systemUTC()),
                store.configurations(),
                records,
                new RuleJudge.Settings(ZoneOffset.UTC, true),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
