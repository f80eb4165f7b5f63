package dev.lockkeeper.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a configuration: what they are on the wire, and what follows from them. */
class ConfigurationWordsTest {

    @Test
    void letPeopleLockUnlessOnlyRulesDo() {
        assertThat(LockType.values())
                .filteredOn(LockType::allowsManualLocks)
                .containsExactly(LockType.MANUAL, LockType.BOTH);
    }

    @Test
    void haveRulesUnlessOnlyPeopleLock() {
        assertThat(LockType.values()).filteredOn(LockType::hasRules).containsExactly(LockType.AUTOMATIC, LockType.BOTH);
    }

    @Test
    void areOnTheWireAsZohoDocumentsThem() {
        assertThat(Stream.of(LockType.values()).map(LockType::zohoName)).containsExactly("manual", "automatic", "both");
        assertThat(Stream.of(LockedFor.values()).map(LockedFor::zohoName))
                .containsExactly("all_profiles", "all_profiles_except_excluded_profiles");
        assertThat(Stream.of(RestrictedAction.values()).map(RestrictedAction::zohoName))
                .containsExactly("convert", "update", "delete", "change_owner", "tags");
        assertThat(Stream.of(RestrictedCommunication.values()).map(RestrictedCommunication::zohoName))
                .containsExactly("send_mail", "send_survey", "send_portal_invitation");
    }

    @ParameterizedTest
    @EnumSource
    void sayWhoLocks(LockType type) {
        assertThat(LockType.find(type.zohoName())).hasValue(type);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhomARecordIsLockedFor(LockedFor lockedFor) {
        assertThat(LockedFor.find(lockedFor.zohoName())).hasValue(lockedFor);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatIsRestricted(RestrictedAction action) {
        assertThat(RestrictedAction.find(action.zohoName())).hasValue(action);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatMayNotBeSent(RestrictedCommunication communication) {
        assertThat(RestrictedCommunication.find(communication.zohoName())).hasValue(communication);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Manual", "BOTH", "all_profile", "ALL_PROFILES", "Update", "send-mail", "read"})
    void sayNothingInAnotherSpelling(String name) {
        assertThat(LockType.find(name)).isEmpty();
        assertThat(LockedFor.find(name)).isEmpty();
        assertThat(RestrictedAction.find(name)).isEmpty();
        assertThat(RestrictedCommunication.find(name)).isEmpty();
    }

    @Test
    void mayBeInTheSingularOfZohosSample() {
        assertThat(LockedFor.find("all_profiles_except_excluded_profile"))
                .hasValue(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES);
    }

    @Test
    void restrictCommunicationsWhereThereIsSomebodyToWriteTo() {
        assertThat(Catalog.standard().modules())
                .filteredOn(CrmModule::lockable)
                .filteredOn(module -> !RestrictedCommunication.isSupportedBy(module))
                .extracting(CrmModule::apiName)
                .containsExactlyInAnyOrder("Tasks", "Products", "Price_Books", "Solutions");
    }
}
