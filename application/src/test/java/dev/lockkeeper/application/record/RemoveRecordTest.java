package dev.lockkeeper.application.record;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.judged;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.StoreAuthority;
import dev.lockkeeper.application.record.RemoveRecord.Command;
import dev.lockkeeper.application.record.RemoveRecord.InvalidRecordId;
import dev.lockkeeper.application.record.RemoveRecord.Removed;
import dev.lockkeeper.application.record.RemoveRecord.UnknownModule;
import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.LockEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveRecordTest {

    private final InMemoryRulesStore store = new InMemoryRulesStore();
    private final RulesSteps steps = new RulesSteps(store);
    private final RemoveRecord removeRecord = new RemoveRecord(
            store.modules(),
            new StoreAuthority(store.configurations(), store.locks(), Clock.systemUTC()),
            store.records(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void endsThePersonsLockOfARecordThatNobodyReported() {
        steps.configured(steps.rule("Won", false));
        steps.lockedByHand(7);

        Removed removed = (Removed) remove(steps.module.apiName().toUpperCase(Locale.ROOT), "7");

        assertThat(steps.lock(7)).isEmpty();
        LockEvent last = steps.history(7).getLast();
        assertThat(removed.unlocked()).isEqualTo(last.revision());
        assertThat(last.kind()).isEqualTo(LockEvent.Kind.UNLOCKED);
        assertThat(last.cause()).isEqualTo(LockEvent.Cause.RECORD_DELETED);
        assertThat(last.by()).isEqualTo(steps.user.ref());
        assertThat(last.at()).isEqualTo(NOON);
    }

    @Test
    void endsARulesLockAndForgetsTheRecord() {
        LockingRule won = steps.rule("Won", true);
        steps.configured(won);
        steps.reported(judged(record(7, "Seven", "Won"), won.id()), judged(record(8, "Eight", "Lost")));

        assertThat(remove(steps.module.apiName(), "7")).isInstanceOf(Removed.class);

        assertThat(steps.lock(7)).isEmpty();
        assertThat(steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS)).total())
                .isEqualTo(1);
    }

    @Test
    void endsNothingWhereNothingIsLocked() {
        steps.reported(judged(record(7, "Seven", "Won")));

        assertThat(remove(steps.module.apiName(), "7")).isEqualTo(new Removed(null));
        assertThat(remove(steps.module.apiName(), "7")).isEqualTo(new Removed(null));
        assertThat(remove(steps.module.apiName(), "8")).isEqualTo(new Removed(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "", "Locking_Information__s"})
    void refusesAModuleThatNobodyCanNameBeforeTheRecordsId(String module) {
        assertThat(remove(module, "0")).isEqualTo(new UnknownModule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "007", "-1", "abc", "9223372036854775808"})
    void refusesWhatIsNoRecordId(String record) {
        assertThat(remove(steps.module.apiName(), record)).isEqualTo(new InvalidRecordId());
    }

    private RemoveRecord.Outcome remove(String module, String record) {
        return removeRecord.execute(new Command(module, record, steps.user));
    }
}
