package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.Draft.flagged;
import static dev.lockkeeper.application.configuration.Draft.judging;
import static dev.lockkeeper.application.configuration.Draft.lockingExisting;
import static dev.lockkeeper.application.configuration.Draft.removed;
import static dev.lockkeeper.application.configuration.Draft.renamed;
import static dev.lockkeeper.application.configuration.Draft.rule;
import static dev.lockkeeper.application.configuration.Draft.stageIs;
import static dev.lockkeeper.domain.job.JobKind.LOCK_EXISTING_RECORDS;
import static dev.lockkeeper.domain.job.JobKind.REVIEW_LOCKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ChangeConfiguration.Changed;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.RuleDraft;
import dev.lockkeeper.domain.job.JobKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which records have to be looked at again when a configuration changes. */
class FollowUpTest {

    private final ConfigurationFixture given = new ConfigurationFixture();

    @Test
    void looksAtNothingWhenNoRuleJudgesDifferently() {
        given.created(Draft.of("both").rules(flagged("won", "Won"), rule("lost", "Lost")));

        assertThat(change(Draft.empty())).isNull();
        assertThat(change(Draft.empty().rules(renamed(given.rule(0), "closed"))))
                .isNull();
        assertThat(change(Draft.empty().rules(judging(given.rule(0), stageIs("Won")))))
                .isNull();
        assertThat(change(Draft.of("automatic"))).isNull();
        assertThat(change(Draft.of("both").actions("delete").fields(new FieldDraft(null, "Amount"))))
                .isNull();
        assertThat(given.store.jobs().modulesWithWork()).containsExactly(given.module.id());
    }

    @Test
    void looksAtNothingForANewRuleThatIsForRecordsToCome() {
        given.created(Draft.of("both").rules(flagged("won", "Won")));

        assertThat(change(Draft.empty().rules(rule("lost", "Lost")))).isNull();
    }

    @Test
    void looksAtAllRecordsForANewRuleThatAsksForIt() {
        given.created(Draft.of("both").rules(rule("won", "Won")));

        assertThat(change(Draft.empty().rules(flagged("lost", "Lost")))).isEqualTo(LOCK_EXISTING_RECORDS);
    }

    @Test
    void looksAtAllRecordsWheneverAChangeAsksForIt() {
        given.created(Draft.of("both").rules(rule("won", "Won")));

        assertThat(change(Draft.empty().rules(lockingExisting(given.rule(0), true))))
                .isEqualTo(LOCK_EXISTING_RECORDS);
        assertThat(change(Draft.empty().rules(lockingExisting(given.rule(0), true))))
                .isEqualTo(LOCK_EXISTING_RECORDS);
        assertThat(change(Draft.empty().rules(lockingExisting(given.rule(0), false))))
                .isNull();
    }

    @Test
    void looksAtAllRecordsWhenARuleThatLocksThemGetsOtherCriteria() {
        given.created(Draft.of("both").rules(flagged("won", "Won")));

        assertThat(change(Draft.empty().rules(judging(given.rule(0), stageIs("Closed")))))
                .isEqualTo(LOCK_EXISTING_RECORDS);
    }

    @Test
    void looksAtWhatRulesHoldWhenOneGetsOtherCriteriaAndIsForRecordsToCome() {
        given.created(Draft.of("both").rules(rule("won", "Won"), flagged("lost", "Lost")));
        RuleDraft unflagged = new RuleDraft(given.rule(1).toString(), null, false, stageIs("Gone"), false);

        assertThat(change(Draft.empty().rules(judging(given.rule(0), stageIs("Closed")))))
                .isEqualTo(REVIEW_LOCKS);
        assertThat(change(Draft.empty().rules(unflagged))).isEqualTo(REVIEW_LOCKS);
    }

    @Test
    void looksAtWhatRulesHoldWhenOneIsRemoved() {
        given.created(Draft.of("both").rules(flagged("won", "Won"), rule("lost", "Lost")));

        assertThat(change(Draft.empty().rules(removed(given.rule(1))))).isEqualTo(REVIEW_LOCKS);
    }

    @Test
    void looksAtAllRecordsOnceWhenOneRuleGoesAndAnotherAsksForIt() {
        given.created(Draft.of("both").rules(rule("won", "Won")));

        assertThat(change(Draft.empty().rules(removed(given.rule(0)), flagged("lost", "Lost"))))
                .isEqualTo(LOCK_EXISTING_RECORDS);
    }

    @Test
    void looksAtWhatRulesHoldWhenTheyAreInForceNoLonger() {
        given.created(Draft.of("both").rules(flagged("won", "Won")));

        assertThat(change(Draft.of("manual").rules(flagged("lost", "Lost")))).isEqualTo(REVIEW_LOCKS);
    }

    @Test
    void looksAtNothingForRulesThatAreNotInForce() {
        given.created(Draft.of("manual").rules(rule("won", "Won"), rule("lost", "Lost")));

        assertThat(change(Draft.empty().rules(lockingExisting(given.rule(0), true))))
                .isNull();
        assertThat(change(Draft.empty().rules(judging(given.rule(0), stageIs("Closed")))))
                .isNull();
        assertThat(change(Draft.empty().rules(removed(given.rule(1))))).isNull();
    }

    @Test
    void looksAtAllRecordsWhenARuleThatAsksForItComesIntoForce() {
        given.created(Draft.of("manual").rules(rule("lost", "Lost"), flagged("won", "Won")));

        assertThat(change(Draft.of("both"))).isEqualTo(LOCK_EXISTING_RECORDS);
    }

    @Test
    void looksAtNothingWhenRulesForRecordsToComeComeIntoForce() {
        given.created(Draft.of("manual").rules(rule("lost", "Lost")));

        assertThat(change(Draft.of("both"))).isNull();
    }

    @Test
    void doesNotLookAgainWhenOnlyPeopleMayLockNoLonger() {
        given.created(Draft.of("both").rules(flagged("won", "Won")));

        assertThat(change(Draft.of("automatic"))).isNull();
    }

    private @Nullable JobKind change(Draft draft) {
        return given.kindOf(((Changed) given.change(draft)).job());
    }
}
