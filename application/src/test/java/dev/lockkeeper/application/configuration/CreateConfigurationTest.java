package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.ConfigurationFixture.NOW;
import static dev.lockkeeper.application.configuration.Draft.flagged;
import static dev.lockkeeper.application.configuration.Draft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ConfigurationDraft.ButtonDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.CreateConfiguration.AlreadyConfigured;
import dev.lockkeeper.application.configuration.CreateConfiguration.BodyRefused;
import dev.lockkeeper.application.configuration.CreateConfiguration.Created;
import dev.lockkeeper.application.configuration.CreateConfiguration.StillEnding;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileRef;
import dev.lockkeeper.domain.job.JobKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateConfigurationTest {

    private final ConfigurationFixture given = new ConfigurationFixture();
    private final Profile profile = given.stranger.profile();
    private final ProfileRef profileRef = new ProfileRef(profile.id(), profile.name());

    @Test
    void needsNoMoreThanALockTypeWherePeopleLock() {
        assertThat(given.created(Draft.of("manual"))).isEqualTo(LockingPolicy.manual());
    }

    @Test
    void isMadeNowByTheCaller() {
        CreateConfiguration.Outcome outcome = given.create(Draft.of("manual"));

        LockingConfiguration made = given.configuration();
        LockingConfiguration.Edit edit = new LockingConfiguration.Edit(given.caller.ref(), NOW);
        assertThat(outcome).isEqualTo(new Created(made.id(), null));
        assertThat(made.created()).isEqualTo(edit);
        assertThat(made.modified()).isEqualTo(edit);
        assertThat(made.systemDefined()).isFalse();
    }

    @Test
    void findsItsModuleInAnyCase() {
        String name = given.module.apiName().toUpperCase(Locale.ROOT);

        assertThat(given.create(name, Draft.of("manual").sent())).isInstanceOf(Created.class);
    }

    @ParameterizedTest
    @CsvSource({"manual, MANUAL", "automatic, AUTOMATIC", "both, BOTH"})
    void keepsRulesInTheirOrderWhateverTheLockType(String sent, LockType lockType) {
        LockingPolicy policy = given.created(Draft.of(sent).rules(flagged("won", "Won"), rule("lost", "Lost")));

        assertThat(policy.lockType()).isEqualTo(lockType);
        assertThat(policy.rules())
                .containsExactly(
                        new LockingRule(
                                given.rule(0), "won", true, Policies.read(given.module, "Stage", "equal", "Won")),
                        new LockingRule(
                                given.rule(1), "lost", false, Policies.read(given.module, "Stage", "equal", "Lost")));
        assertThat(given.rule(0)).isNotEqualTo(given.rule(1));
    }

    @Test
    void keepsAllThatWasSent() {
        CrmField amount = given.module.findField("Amount").orElseThrow();
        CrmField stage = given.module.findField("Stage").orElseThrow();

        LockingPolicy policy = given.created(Draft.of("manual")
                .lockedFor("all_profiles_except_excluded_profiles")
                .profiles(new ProfileDraft(profile.id().toString(), null))
                .fields(
                        new FieldDraft(null, "Amount"),
                        new FieldDraft(stage.id().toString(), null))
                .featureType("record_locking")
                .actions("update", "tags")
                .communications("send_survey", "send_mail")
                .buttons(new ButtonDraft("5843104000000485570", "Sign"), new ButtonDraft(null, "Send"))
                .portalUsers(false));

        assertThat(policy.lockedFor()).isEqualTo(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES);
        assertThat(policy.excludedProfiles()).containsExactly(profileRef);
        assertThat(policy.excludedFields())
                .containsExactly(new FieldRef(amount.id(), "Amount"), new FieldRef(stage.id(), "Stage"));
        assertThat(policy.restrictedActions()).containsExactly(RestrictedAction.UPDATE, RestrictedAction.TAGS);
        assertThat(policy.restrictedCommunications())
                .containsExactly(RestrictedCommunication.SEND_SURVEY, RestrictedCommunication.SEND_MAIL);
        assertThat(policy.restrictedCustomButtons())
                .containsExactly(new CustomButton("5843104000000485570", "Sign"), new CustomButton(null, "Send"));
        assertThat(policy.lockForPortalUsers()).isFalse();
    }

    @Test
    void readsTheSingularOfAProfilesLockedForAsThePlural() {
        LockingPolicy policy = given.created(Draft.of("manual")
                .lockedFor("all_profiles_except_excluded_profile")
                .profiles(new ProfileDraft(null, profile.name())));

        assertThat(policy.lockedFor()).isEqualTo(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES);
        assertThat(policy.excludedProfiles()).containsExactly(profileRef);
    }

    @Test
    void findsAProfileByItsIdEvenWhenItsNameIsAnothers() {
        LockingPolicy policy = given.created(Draft.of("manual")
                .lockedFor("all_profiles_except_excluded_profiles")
                .profiles(new ProfileDraft(
                        profile.id().toString(), given.caller.profile().name())));

        assertThat(policy.excludedProfiles()).containsExactly(profileRef);
    }

    @Test
    void excludesNoProfileUnlessThatIsWhomItIsLockedFor() {
        Draft draft = Draft.of("manual").profiles(new ProfileDraft(null, profile.name()));

        assertThat(given.created(draft).excludedProfiles()).isEmpty();
    }

    @Test
    void keepsEveryElementOfAListOnce() {
        CrmField amount = given.module.findField("Amount").orElseThrow();

        LockingPolicy policy = given.created(Draft.of("manual")
                .lockedFor("all_profiles_except_excluded_profiles")
                .profiles(
                        new ProfileDraft(null, profile.name()),
                        new ProfileDraft(profile.id().toString(), null))
                .fields(
                        new FieldDraft(null, "Amount"),
                        new FieldDraft(amount.id().toString(), null))
                .actions("update", "delete", "update", "delete")
                .communications("send_mail", "send_mail")
                .buttons(new ButtonDraft(null, "Sign"), new ButtonDraft(null, "Sign")));

        assertThat(policy.excludedProfiles()).hasSize(1);
        assertThat(policy.excludedFields()).hasSize(1);
        assertThat(policy.restrictedActions()).containsExactly(RestrictedAction.UPDATE, RestrictedAction.DELETE);
        assertThat(policy.restrictedCommunications()).hasSize(1);
        assertThat(policy.restrictedCustomButtons()).hasSize(1);
    }

    @Test
    void restrictsUpdatesFirstWhereThatIsNotSaidAndElseInTheOrderSent() {
        assertThat(given.created(Draft.of("manual").actions("tags", "convert")).restrictedActions())
                .containsExactly(RestrictedAction.UPDATE, RestrictedAction.TAGS, RestrictedAction.CONVERT);
        assertThat(given.changed(Draft.empty().actions("tags", "update", "convert"))
                        .restrictedActions())
                .containsExactly(RestrictedAction.TAGS, RestrictedAction.UPDATE, RestrictedAction.CONVERT);
        assertThat(given.changed(Draft.empty().actions()).restrictedActions()).containsExactly(RestrictedAction.UPDATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "both"})
    void looksAtExistingRecordsWhenARuleAsksForIt(String lockType) {
        Created created = (Created) given.create(Draft.of(lockType).rules(rule("lost", "Lost"), flagged("won", "Won")));

        assertThat(given.kindOf(created.job())).isEqualTo(JobKind.LOCK_EXISTING_RECORDS);
    }

    @Test
    void leavesExistingRecordsAloneUnlessARuleInForceAsksForThem() {
        Created automatic = (Created) given.create(Draft.of("automatic").rules(rule("won", "Won")));
        given.store.configurations().remove(given.module.id());
        Created manual = (Created) given.create(Draft.of("manual").rules(flagged("won", "Won")));

        assertThat(automatic.job()).isNull();
        assertThat(manual.job()).isNull();
    }

    @Test
    void isRefusedWhereThereIsOne() {
        given.create(Draft.of("manual"));

        assertThat(given.create(Draft.of("both").rules(rule("won", "Won")))).isEqualTo(new AlreadyConfigured());
        assertThat(given.configuration().policy()).isEqualTo(LockingPolicy.manual());
    }

    @Test
    void isRefusedWhileLocksUnderAnEarlierOneAreStillBeingEnded() {
        given.store.jobs().add(JobKind.END_LOCKS, given.module.id());

        assertThat(given.create(Draft.of("manual"))).isEqualTo(new StillEnding());
    }

    @Test
    void isRefusedWithoutADraft() {
        assertThat(given.create(given.module.apiName(), null)).isEqualTo(new BodyRefused());
        assertThat(given.store.configurations().find(given.module.id())).isEmpty();
    }

    @Test
    void isJudgedAgainWhenAFieldGoesMeanwhile() {
        InterruptedConfigurations configurations = new InterruptedConfigurations(
                given.store.configurations(),
                () -> given.store.modules().replaceAddedFields(given.module.id(), List.of()));

        CreateConfiguration.Outcome outcome = given.create(
                configurations,
                given.module.apiName(),
                Draft.of("both").rules(rule("won", "Won")).sent());

        assertThat(outcome).isInstanceOf(CreateConfiguration.Faulty.class);
        assertThat(given.store.configurations().find(given.module.id())).isEmpty();
    }
}
