package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.ConfigurationFixture.faultOf;
import static dev.lockkeeper.application.configuration.Draft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ConfigurationDraft.ButtonDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.application.configuration.ConfigurationFault.Limit;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfElement;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfKey;
import dev.lockkeeper.application.configuration.ConfigurationFault.TooMany;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.NewField;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a draft no configuration, apart from its rules. */
class ConfigurationFaultsTest {

    private final ConfigurationFixture given = new ConfigurationFixture();

    @Test
    void ofTheLockType() {
        assertFault(Draft.empty(), OfKey.LOCK_TYPE_MISSING);
        assertFault(Draft.of("Manual"), OfKey.LOCK_TYPE_UNKNOWN);
        assertFault(Draft.of(""), OfKey.LOCK_TYPE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "both"})
    void ofALockTypeWithoutTheRulesThatItNeeds(String lockType) {
        assertFault(Draft.of(lockType), OfKey.RULES_MISSING);
        assertFault(Draft.of(lockType).rules(), OfKey.RULES_MISSING);
    }

    @Test
    void ofWhomItIsLockedFor() {
        assertFault(Draft.of("manual").lockedFor("nobody"), OfKey.LOCKED_FOR_UNKNOWN);
        assertFault(exceptExcluded(), OfKey.EXCLUDED_PROFILES_MISSING);
        assertFault(exceptExcluded().profiles(), OfKey.EXCLUDED_PROFILES_MISSING);
    }

    @Test
    void ofExcludedProfiles() {
        ProfileDraft known = new ProfileDraft(null, given.stranger.profile().name());

        assertFault(exceptExcluded().profiles(known, new ProfileDraft(null, null)), ElementFault.PROFILE_UNNAMED, 1);
        for (String id : List.of("4711", "0", "abc", "")) {
            ProfileDraft unknown = new ProfileDraft(id, given.stranger.profile().name());
            assertFault(exceptExcluded().profiles(known, unknown), ElementFault.PROFILE_ID_UNKNOWN, 1);
        }
        assertFault(exceptExcluded().profiles(new ProfileDraft(null, "None")), ElementFault.PROFILE_NAME_UNKNOWN, 0);
        assertFault(Draft.of("manual").profiles(new ProfileDraft(null, "None")), ElementFault.PROFILE_NAME_UNKNOWN, 0);
    }

    @Test
    void ofExcludedFields() {
        String amount = given.module.findField("Amount").orElseThrow().id().toString();

        assertFieldFault(new FieldDraft(null, null), ElementFault.FIELD_UNNAMED);
        assertFieldFault(new FieldDraft(amount, "Stage"), ElementFault.FIELD_AMBIGUOUS);
        assertFieldFault(new FieldDraft("4711", null), ElementFault.FIELD_ID_UNKNOWN);
        assertFieldFault(new FieldDraft("abc", "amount"), ElementFault.FIELD_ID_UNKNOWN);
        assertFieldFault(new FieldDraft(null, "amount"), ElementFault.FIELD_NAME_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tag", "Owner", "Created_By", "Locked__s", "id"})
    void ofExcludedFieldsThatNobodyCanOpen(String field) {
        CrmField named = given.module.findField(field).orElseThrow();

        assertFieldFault(new FieldDraft(named.id().toString(), null), ElementFault.FIELD_BY_ID_NOT_SUPPORTED);
        assertFieldFault(new FieldDraft(null, field), ElementFault.FIELD_BY_NAME_NOT_SUPPORTED);
        assertFieldFault(new FieldDraft(named.id().toString(), field), ElementFault.FIELD_BY_NAME_NOT_SUPPORTED);
        assertFieldFault(new FieldDraft(named.id().toString(), "none"), ElementFault.FIELD_BY_NAME_NOT_SUPPORTED);
    }

    @Test
    void notOfAnExcludedFieldThatOneOfItsNamesFinds() {
        CrmField amount = given.module.findField("Amount").orElseThrow();

        assertThat(given.created(Draft.of("manual")
                                .fields(
                                        new FieldDraft(amount.id().toString(), "amount"),
                                        new FieldDraft("abc", "Stage"),
                                        new FieldDraft(amount.id().toString(), "Amount")))
                        .excludedFields())
                .extracting(field -> field.apiName())
                .containsExactly("Amount", "Stage");
    }

    @Test
    void ofTheFeatureType() {
        assertFault(Draft.of("manual").featureType("Record_Locking"), OfKey.FEATURE_TYPE_UNKNOWN);
    }

    @Test
    void ofWhatIsRestricted() {
        assertFault(Draft.of("manual").actions("update", "read", "write"), ElementFault.ACTION_UNKNOWN, 1);
        assertFault(Draft.of("manual").communications("send_mail", "send_fax"), ElementFault.COMMUNICATION_UNKNOWN, 1);
        assertFault(
                Draft.of("manual").buttons(new ButtonDraft(null, "Sign"), new ButtonDraft(null, " ")),
                ElementFault.BUTTON_UNKNOWN,
                1);
        assertFault(Draft.of("manual").buttons(new ButtonDraft("abc", "Sign")), ElementFault.BUTTON_UNKNOWN, 0);
        assertFault(Draft.of("manual").buttons(new ButtonDraft(null, "\u0000")), ElementFault.BUTTON_UNKNOWN, 0);
    }

    @Test
    void ofCommunicationsInAModuleThatSendsNothing() {
        Draft draft = Draft.of("manual").communications("send_fax");

        assertThat(faultOf(given.create("Tasks", draft.sent()))).isEqualTo(OfKey.COMMUNICATIONS_NOT_SUPPORTED);
        assertThat(given.create("Tasks", Draft.of("manual").communications().sent()))
                .isInstanceOf(CreateConfiguration.Created.class);
    }

    @Test
    void ofListsThatAreTooLong() {
        assertFault(exceptExcluded().profiles(profiles(16)), new TooMany(Limit.LOCK_EXCLUDED_PROFILES, 15));
        assertFault(Draft.of("manual").fields(fields(16)), new TooMany(Limit.EXCLUDED_FIELDS, 15));
        assertFault(Draft.of("manual").buttons(buttons(31)), new TooMany(Limit.RESTRICTED_CUSTOM_BUTTONS, 30));
        assertFault(Draft.of("manual").rules(rules(6)), new TooMany(Limit.LOCKING_RULES, 5));
    }

    @Test
    void notOfListsAsLongAsMayBe() {
        List<NewField> added = IntStream.range(0, 15)
                .mapToObj(i -> new NewField("Field_" + i, "Field", FieldType.TEXT, false))
                .toList();
        NewField stage = new NewField("Stage", "Stage", FieldType.TEXT, false);
        given.store.modules().replaceAddedFields(given.module.id(), append(added, stage));

        assertThat(given.create(exceptExcluded()
                        .profiles(profiles(15))
                        .fields(fields(15))
                        .buttons(buttons(30))
                        .rules(rules(5))))
                .isInstanceOf(CreateConfiguration.Created.class);
    }

    private static Draft exceptExcluded() {
        return Draft.of("manual").lockedFor("all_profiles_except_excluded_profiles");
    }

    private ProfileDraft[] profiles(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new ProfileDraft(null, given.store.user().profile().name()))
                .toArray(ProfileDraft[]::new);
    }

    private static FieldDraft[] fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new FieldDraft(null, "Field_" + i))
                .toArray(FieldDraft[]::new);
    }

    private static ButtonDraft[] buttons(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ButtonDraft(null, "Button " + i))
                .toArray(ButtonDraft[]::new);
    }

    private static ConfigurationDraft.RuleDraft[] rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rule("rule " + i, "stage " + i))
                .toArray(ConfigurationDraft.RuleDraft[]::new);
    }

    private static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    private void assertFieldFault(FieldDraft field, ElementFault fault) {
        assertFault(Draft.of("manual").fields(new FieldDraft(null, "Stage"), field), fault, 1);
    }

    private void assertFault(Draft draft, ElementFault fault, int index) {
        assertFault(draft, new OfElement(fault, index));
    }

    private void assertFault(Draft draft, ConfigurationFault fault) {
        assertThat(faultOf(given.create(draft))).isEqualTo(fault);
        assertThat(given.store.configurations().find(given.module.id())).isEmpty();
    }
}
