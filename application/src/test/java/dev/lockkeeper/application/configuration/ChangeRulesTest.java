package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.Draft.judging;
import static dev.lockkeeper.application.configuration.Draft.lockingExisting;
import static dev.lockkeeper.application.configuration.Draft.removed;
import static dev.lockkeeper.application.configuration.Draft.renamed;
import static dev.lockkeeper.application.configuration.Draft.rule;
import static dev.lockkeeper.application.configuration.Draft.stageIs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ConfigurationDraft.RuleDraft;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RuleId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the stored rules when a change mentions some of them. */
class ChangeRulesTest {

    private final ConfigurationFixture given = new ConfigurationFixture();

    @BeforeEach
    void hasThreeRules() {
        given.created(Draft.of("both").rules(rule("won", "Won"), rule("lost", "Lost"), rule("open", "Open")));
    }

    @Test
    void editsARuleByItsIdAndLeavesItInItsPlace() {
        List<LockingRule> before = given.configuration().policy().rules();
        LockingRule lost = before.get(1);

        List<LockingRule> after = given.changed(
                        Draft.empty().rules(new RuleDraft(lost.id().toString(), "gone", true, stageIs("Gone"), false)))
                .rules();

        LockingRule gone =
                new LockingRule(lost.id(), "gone", true, Policies.read(given.module, "Stage", "equal", "Gone"));
        assertThat(after).containsExactly(before.get(0), gone, before.get(2));
    }

    @Test
    void changesOfARuleOnlyWhatIsMentioned() {
        LockingRule won = given.configuration().policy().rules().getFirst();

        LockingRule renamed = given.changed(Draft.empty().rules(renamed(won.id(), "closed")))
                .rules()
                .getFirst();
        assertThat(renamed).isEqualTo(new LockingRule(won.id(), "closed", false, won.criteria()));

        LockingRule flagged = given.changed(Draft.empty().rules(lockingExisting(won.id(), true)))
                .rules()
                .getFirst();
        assertThat(flagged).isEqualTo(new LockingRule(won.id(), "closed", true, won.criteria()));

        LockingRule judging = given.changed(Draft.empty().rules(judging(won.id(), stageIs("Closed"))))
                .rules()
                .getFirst();
        assertThat(judging)
                .isEqualTo(new LockingRule(
                        won.id(), "closed", true, Policies.read(given.module, "Stage", "equal", "Closed")));

        LockingRule unflagged = given.changed(Draft.empty().rules(lockingExisting(won.id(), false)))
                .rules()
                .getFirst();
        assertThat(unflagged.lockExistingRecords()).isFalse();
    }

    @Test
    void addsRulesWithoutAnIdBehindTheOthers() {
        given.changed(Draft.empty().rules(rule("new", "New"), rule("newer", "Newer")));

        assertThat(given.ruleNames()).containsExactly("won", "lost", "open", "new", "newer");
        assertThat(given.configuration().policy().rules())
                .extracting(LockingRule::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void removesARuleThatIsToBeDeletedWhateverElseIsSaidOfIt() {
        String lost = given.rule(1).toString();

        given.changed(Draft.empty().rules(new RuleDraft(lost, " ", true, "nonsense", true)));

        assertThat(given.ruleNames()).containsExactly("won", "open");
    }

    @Test
    void doesAllOfThatAtOnceInAnyOrder() {
        given.changed(Draft.empty()
                .rules(
                        rule("new", "New"),
                        removed(given.rule(0)),
                        renamed(given.rule(2), "reopened"),
                        rule("newer", "Newer")));

        assertThat(given.ruleNames()).containsExactly("lost", "reopened", "new", "newer");
    }

    @Test
    void leavesAllRulesWhereNoneIsMentioned() {
        List<LockingRule> before = given.configuration().policy().rules();

        assertThat(given.changed(Draft.empty().rules()).rules()).isEqualTo(before);
        assertThat(given.changed(Draft.of("manual")).rules()).isEqualTo(before);
    }

    @Test
    void makesRoomByWhatItRemoves() {
        given.changed(Draft.empty().rules(rule("four", "4"), rule("five", "5")));
        RuleId won = given.rule(0);

        given.changed(Draft.empty().rules(rule("six", "6"), removed(won)));

        assertThat(given.ruleNames()).containsExactly("lost", "open", "four", "five", "six");
    }

    @Test
    void letsRulesExchangeTheirNamesAndTheirCriteria() {
        RuleId won = given.rule(0);
        RuleId lost = given.rule(1);

        given.changed(Draft.empty()
                .rules(
                        new RuleDraft(won.toString(), "lost", null, stageIs("Lost"), false),
                        new RuleDraft(lost.toString(), "won", null, stageIs("Won"), false)));

        assertThat(given.ruleNames()).containsExactly("lost", "won", "open");
        assertThat(given.rule(0)).isEqualTo(won);
    }

    @Test
    void letsANewRuleHaveTheNameAndTheCriteriaOfOneThatIsRemoved() {
        RuleId won = given.rule(0);

        given.changed(Draft.empty().rules(rule("won", "Won"), removed(won)));

        assertThat(given.ruleNames()).containsExactly("lost", "open", "won");
        assertThat(given.rule(2)).isNotEqualTo(won);
    }
}
