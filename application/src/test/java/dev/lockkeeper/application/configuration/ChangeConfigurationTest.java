package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.ConfigurationFixture.NOW;
import static dev.lockkeeper.application.configuration.ConfigurationFixture.faultOf;
import static dev.lockkeeper.application.configuration.Draft.removed;
import static dev.lockkeeper.application.configuration.Draft.renamed;
import static dev.lockkeeper.application.configuration.Draft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ChangeConfiguration.BodyRefused;
import dev.lockkeeper.application.configuration.ChangeConfiguration.Changed;
import dev.lockkeeper.application.configuration.ChangeConfiguration.Command;
import dev.lockkeeper.application.configuration.ChangeConfiguration.SystemDefined;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ButtonDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfKey;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeConfigurationTest {

    private final ConfigurationFixture given = new ConfigurationFixture();

    @Test
    void leavesWhatIsNotMentionedAsItIs() {
        LockingPolicy before = given.created(everything());

        assertThat(given.changed(Draft.empty())).isEqualTo(before);
    }

    @Test
    void changesWhatIsMentionedAlone() {
        LockingPolicy before = given.created(everything());

        LockingPolicy after = given.changed(Draft.empty().portalUsers(true).lockType("automatic"));

        assertThat(after.lockForPortalUsers()).isTrue();
        assertThat(after.lockType()).isEqualTo(LockType.AUTOMATIC);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("lockForPortalUsers", "lockType")
                .isEqualTo(before);
    }

    @Test
    void isDoneNowByTheCaller() {
        LockingConfiguration before = given.steps.configured(given.steps.rule("Won", false));

        ChangeConfiguration.Outcome outcome = given.change(Draft.of("manual"));

        LockingConfiguration after = given.configuration();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Changed.class, changed -> assertThat(changed.id()).isEqualTo(before.id()));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.created()).isEqualTo(before.created());
        assertThat(after.modified()).isEqualTo(new LockingConfiguration.Edit(given.caller.ref(), NOW));
    }

    @Test
    void emptiesListsThatAreSentEmpty() {
        given.created(everything());

        LockingPolicy after = given.changed(Draft.empty()
                .lockedFor("all_profiles")
                .profiles()
                .fields()
                .actions()
                .communications()
                .buttons());

        assertThat(after.excludedProfiles()).isEmpty();
        assertThat(after.excludedFields()).isEmpty();
        assertThat(after.restrictedActions()).hasSize(1);
        assertThat(after.restrictedCommunications()).isEmpty();
        assertThat(after.restrictedCustomButtons()).isEmpty();
    }

    @Test
    void forgetsExcludedProfilesOnceItLocksForAll() {
        given.created(everything());

        assertThat(given.changed(Draft.empty().lockedFor("all_profiles")).excludedProfiles())
                .isEmpty();
        assertThat(faultOf(given.change(Draft.empty().lockedFor("all_profiles_except_excluded_profiles"))))
                .isEqualTo(OfKey.EXCLUDED_PROFILES_MISSING);
    }

    @Test
    void keepsExcludedProfilesWhereOnlyWhomItIsLockedForIsSaidAgain() {
        LockingPolicy before = given.created(everything());

        LockingPolicy after = given.changed(Draft.empty().lockedFor("all_profiles_except_excluded_profile"));

        assertThat(after.excludedProfiles())
                .isEqualTo(before.excludedProfiles())
                .isNotEmpty();
        assertThat(after.lockedFor()).isEqualTo(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES);
    }

    @Test
    void isFaultyWhereItLeavesNoneOfTheRulesThatTheLockTypeNeeds() {
        given.created(everything());

        assertThat(faultOf(given.change(Draft.empty().rules(removed(given.rule(0))))))
                .isEqualTo(OfKey.RULES_MISSING);
        assertThat(given.changed(Draft.of("manual").rules(removed(given.rule(0))))
                        .rules())
                .isEmpty();
        assertThat(faultOf(given.change(Draft.of("both")))).isEqualTo(OfKey.RULES_MISSING);
    }

    @Test
    void findsTheConfigurationByTheIdInTheAddressOrElseInTheDraft() {
        given.created(Draft.of("manual"));

        assertThat(given.change(given.id(), Draft.empty().id("4711"))).isInstanceOf(Changed.class);
        assertThat(given.change(null, Draft.empty().id(given.id()))).isInstanceOf(Changed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "0", "abc", ""})
    void isFaultyUnderAnIdThatIsNotTheModules(String id) {
        assertThat(faultOf(given.change(null, Draft.empty().id(id)))).isEqualTo(OfKey.ID_UNKNOWN);

        given.created(Draft.of("manual"));

        assertThat(faultOf(given.change(null, Draft.empty().id(id)))).isEqualTo(OfKey.ID_UNKNOWN);
        assertThat(given.change(id, Draft.empty())).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }

    @Test
    void isFaultyWithoutAnyIdAndThatBeforeAnythingElse() {
        assertThat(faultOf(given.change(null, Draft.of("none")))).isEqualTo(OfKey.ID_MISSING);
        assertThat(faultOf(given.change(null, Draft.of("none").id("4711")))).isEqualTo(OfKey.ID_UNKNOWN);
    }

    @Test
    void isRefusedWithoutADraft() {
        given.created(Draft.of("manual"));
        ChangeConfiguration changeConfiguration = new ChangeConfiguration(
                given.targets, given.store.configurations(), given.store.profiles(), given.clock);

        assertThat(changeConfiguration.execute(new Command(given.module.apiName(), null, given.caller, null)))
                .isEqualTo(new BodyRefused());
    }

    @Test
    void isRefusedOfWhatTheSystemDefinesButOnlyOnceTheDraftIsFine() {
        given.store.configurations().add(given.module.id(), LockingPolicy.manual(), true);

        assertThat(faultOf(given.change(Draft.of("none")))).isEqualTo(OfKey.LOCK_TYPE_UNKNOWN);
        assertThat(given.change(Draft.empty().portalUsers(false))).isEqualTo(new SystemDefined());
        assertThat(given.configuration().policy()).isEqualTo(LockingPolicy.manual());
    }

    @Test
    void joinsWhatOthersChangedMeanwhile() {
        given.created(Draft.of("both").rules(rule("won", "Won"), rule("lost", "Lost")));
        RuleId won = given.rule(0);
        RuleId lost = given.rule(1);
        InterruptedConfigurations configurations = new InterruptedConfigurations(
                given.store.configurations(),
                () -> given.changed(Draft.empty().rules(removed(won)).portalUsers(false)),
                () -> given.changed(Draft.empty().rules(rule("new", "New"))));

        assertThat(given.change(configurations, given.id(), Draft.empty().rules(renamed(lost, "gone"))))
                .isInstanceOf(Changed.class);
        assertThat(given.ruleNames()).containsExactly("gone", "new");
        assertThat(given.configuration().policy().lockForPortalUsers()).isFalse();
        assertThat(given.configuration().version()).isEqualTo(4);
    }

    @Test
    void findsWhatIsFaultyOnlySinceOthersChangedIt() {
        given.created(Draft.of("both").rules(rule("won", "Won"), rule("lost", "Lost")));
        RuleId won = given.rule(0);
        InterruptedConfigurations configurations = new InterruptedConfigurations(
                given.store.configurations(), () -> given.changed(Draft.empty().rules(removed(won))));

        assertThat(faultOf(
                        given.change(configurations, given.id(), Draft.empty().rules(renamed(won, "gone")))))
                .isEqualTo(new ConfigurationFault.OfElement(ConfigurationFault.ElementFault.RULE_ID_UNKNOWN, 0));
    }

    @Test
    void findsNothingWhereOthersDeletedItMeanwhile() {
        given.created(Draft.of("manual"));
        String id = given.id();
        Runnable deletion =
                () -> given.store.configurations().delete(given.configuration().id(), given.caller, NOW);

        assertThat(given.change(
                        new InterruptedConfigurations(given.store.configurations(), deletion), id, Draft.empty()))
                .isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }

    private Draft everything() {
        return Draft.of("both")
                .rules(rule("won", "Won"))
                .lockedFor("all_profiles_except_excluded_profiles")
                .profiles(new ProfileDraft(null, given.stranger.profile().name()))
                .fields(new FieldDraft(null, "Amount"))
                .actions("update", "tags")
                .communications("send_mail")
                .buttons(new ButtonDraft(null, "Sign"))
                .portalUsers(false);
    }
}
