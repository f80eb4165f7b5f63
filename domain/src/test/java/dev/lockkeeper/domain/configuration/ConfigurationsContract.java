package dev.lockkeeper.domain.configuration;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileRef;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.record.JudgedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Configurations} does. */
public interface ConfigurationsContract {

    /** The store that the configurations are in, with the other ports on it. */
    RulesStore store();

    Configurations configurations();

    @Test
    default void findsNoneForAModuleWithoutConfiguration() {
        assertThat(configurations().find(new RulesSteps(store()).module.id())).isEmpty();
    }

    @Test
    default void keepsEverythingThatAPolicySays() {
        RulesSteps steps = new RulesSteps(store());
        Profile profile = steps.user.profile();
        LockingRule first = steps.rule("Won", true);
        LockingRule second = steps.rule("Lost \"for good\"", false);
        LockingPolicy policy = new LockingPolicy(
                LockType.AUTOMATIC,
                List.of(second, first),
                LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES,
                List.of(new ProfileRef(profile.id(), profile.name())),
                List.of(new FieldRef(fieldId(steps, "Amount"), "Amount"), new FieldRef(fieldId(steps, "Name"), "Name")),
                List.of(RestrictedAction.UPDATE, RestrictedAction.TAGS, RestrictedAction.CONVERT),
                List.of(RestrictedCommunication.SEND_SURVEY),
                List.of(new CustomButton("5843104000000485570", "Sign \"here\""), new CustomButton(null, "b")),
                false);

        CreateOutcome.Created created =
                (CreateOutcome.Created) configurations().create(steps.module.id(), policy, null, steps.user, NOON);

        LockingConfiguration.Edit edit = new LockingConfiguration.Edit(steps.user.ref(), NOON);
        assertThat(created.job()).isNull();
        assertThat(steps.configuration())
                .isEqualTo(new LockingConfiguration(created.id(), steps.module.id(), 1, policy, false, edit, edit));
    }

    private static FieldId fieldId(RulesSteps steps, String field) {
        return steps.module.findField(field).orElseThrow().id();
    }

    @Test
    default void givesAModuleOneConfigurationHoweverManyTryAtOnce() throws Exception {
        RulesSteps steps = new RulesSteps(store());

        List<CreateOutcome> outcomes = atOnce(
                8, () -> configurations().create(steps.module.id(), LockingPolicy.manual(), null, steps.user, NOON));

        assertThat(outcomes).filteredOn(CreateOutcome.Created.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(CreateOutcome.AlreadyConfigured.class::isInstance)
                .hasSize(7);
    }

    @Test
    default void changesWhatTheChangeWasMadeOfAndNothingElse() {
        RulesSteps steps = new RulesSteps(store());
        LockingConfiguration before = steps.configured(steps.rule("Won", false), steps.rule("Lost", false));
        LockingPolicy policy =
                Policies.withRules(LockType.AUTOMATIC, before.policy().rules().get(1));

        ChangeOutcome outcome =
                configurations().change(before.rulesVersion(), policy, null, steps.user, NOON.plusSeconds(1));

        assertThat(outcome).isEqualTo(new ChangeOutcome.Changed(null));
        LockingConfiguration after = steps.configuration();
        assertThat(after.policy()).isEqualTo(policy);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.created()).isEqualTo(before.created());
        assertThat(after.modified().at()).isEqualTo(NOON.plusSeconds(1));
        assertThat(configurations().change(before.rulesVersion(), before.policy(), null, steps.user, NOON))
                .isEqualTo(new ChangeOutcome.Outdated());
        assertThat(steps.configuration()).isEqualTo(after);
    }

    @Test
    default void makesTheJobThatAChangeAsksFor() {
        RulesSteps steps = new RulesSteps(store());
        LockingPolicy policy = Policies.withRules(LockType.BOTH, steps.rule("Won", true));

        CreateOutcome.Created created = (CreateOutcome.Created)
                configurations().create(steps.module.id(), policy, JobKind.LOCK_EXISTING_RECORDS, steps.user, NOON);
        ChangeOutcome.Changed changed = (ChangeOutcome.Changed) configurations()
                .change(
                        steps.configuration().rulesVersion(),
                        LockingPolicy.manual(),
                        JobKind.REVIEW_LOCKS,
                        steps.user,
                        NOON);

        assertThat(steps.job(changed.job()).kind()).isEqualTo(JobKind.REVIEW_LOCKS);
        Job job = steps.job(created.job());
        assertThat(job.kind()).isEqualTo(JobKind.LOCK_EXISTING_RECORDS);
        assertThat(job.module()).isEqualTo(steps.module.id());
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(store().jobs().next(steps.module.id())).contains(job);
    }

    @Test
    default void deletesAConfigurationWithTheLocksUnderItAndSaysWhy() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        LockingConfiguration configuration = steps.configured(rule);
        steps.lockedByHand(1);
        steps.reported(RulesSteps.judged(RulesSteps.record(2, "two", "Won"), rule.id()));

        DeleteOutcome outcome = configurations().delete(configuration.id(), steps.user, NOON);

        assertThat(outcome).isEqualTo(new DeleteOutcome.Deleted(null));
        assertThat(configurations().find(steps.module.id())).isEmpty();
        for (long record : new long[] {1, 2}) {
            assertThat(steps.lock(record)).isEmpty();
            LockEvent last = steps.history(record).getLast();
            assertThat(last.kind()).isEqualTo(LockEvent.Kind.UNLOCKED);
            assertThat(last.cause()).isEqualTo(LockEvent.Cause.CONFIGURATION_DELETED);
            assertThat(last.by()).isEqualTo(steps.user.ref());
        }
        assertThat(configurations().delete(configuration.id(), steps.user, NOON))
                .isEqualTo(new DeleteOutcome.NoSuchConfiguration());
    }

    @Test
    default void leavesTheRestOfManyLocksToAJobAndTakesNoOtherConfigurationMeanwhile() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        LockingConfiguration configuration = steps.configured(rule);
        int locks = Configurations.LOCKS_ENDED_AT_ONCE + 1;
        steps.reported(IntStream.rangeClosed(1, locks)
                .mapToObj(id -> RulesSteps.judged(RulesSteps.record(id, "r", "Won"), rule.id()))
                .toArray(JudgedRecord[]::new));

        DeleteOutcome.Deleted deleted =
                (DeleteOutcome.Deleted) configurations().delete(configuration.id(), steps.user, NOON);

        Job job = steps.job(deleted.job());
        assertThat(job.kind()).isEqualTo(JobKind.END_LOCKS);
        assertThat(store().existingRecords().count(job)).isEqualTo(1);
        assertThat(steps.lock(1)).isEmpty();
        assertThat(steps.lock(locks)).isPresent();
        assertThat(configurations().create(steps.module.id(), LockingPolicy.manual(), null, steps.user, NOON))
                .isEqualTo(new CreateOutcome.StillEnding());
        store().jobs().end(job.id(), JobState.DONE, NOON);
        assertThat(configurations().create(steps.module.id(), LockingPolicy.manual(), null, steps.user, NOON))
                .isInstanceOf(CreateOutcome.Created.class);
    }

    @Test
    default void neverGivesTwoRulesTheSameId() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> configurations().newRuleId()))
                .doesNotHaveDuplicates();
    }

    /** Has the same thing done by several threads at the same time. */
    private static <T> List<T> atOnce(int threads, Callable<T> action) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> action).toList())) {
                results.add(result.get());
            }
            return results;
        }
    }
}
