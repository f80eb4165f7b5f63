package dev.lockkeeper.application.configuration;

import dev.lockkeeper.application.configuration.ConfigurationDraft.ButtonDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.RuleDraft;
import dev.lockkeeper.domain.configuration.RuleId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says key by key what a client sends; what is not said was not sent. */
final class Draft {

    private @Nullable String id;
    private @Nullable String lockType;
    private @Nullable List<RuleDraft> rules;
    private @Nullable String lockedFor;
    private @Nullable List<ProfileDraft> profiles;
    private @Nullable List<FieldDraft> fields;
    private @Nullable String featureType;
    private @Nullable List<String> actions;
    private @Nullable List<String> communications;
    private @Nullable List<ButtonDraft> buttons;
    private @Nullable Boolean portalUsers;

    static Draft empty() {
        return new Draft();
    }

    static Draft of(String lockType) {
        return new Draft().lockType(lockType);
    }

    Draft id(String value) {
        id = value;
        return this;
    }

    Draft lockType(@Nullable String value) {
        lockType = value;
        return this;
    }

    Draft rules(RuleDraft... value) {
        rules = List.of(value);
        return this;
    }

    Draft lockedFor(String value) {
        lockedFor = value;
        return this;
    }

    Draft profiles(ProfileDraft... value) {
        profiles = List.of(value);
        return this;
    }

    Draft fields(FieldDraft... value) {
        fields = List.of(value);
        return this;
    }

    Draft featureType(String value) {
        featureType = value;
        return this;
    }

    Draft actions(String... value) {
        actions = List.of(value);
        return this;
    }

    Draft communications(String... value) {
        communications = List.of(value);
        return this;
    }

    Draft buttons(ButtonDraft... value) {
        buttons = List.of(value);
        return this;
    }

    Draft portalUsers(boolean value) {
        portalUsers = value;
        return this;
    }

    ConfigurationDraft sent() {
        return new ConfigurationDraft(
                id,
                lockType,
                rules,
                lockedFor,
                profiles,
                fields,
                featureType,
                actions,
                communications,
                buttons,
                portalUsers);
    }

    /** A new rule, which matches where {@code Stage} is {@code stage}. */
    static RuleDraft rule(String name, String stage) {
        return new RuleDraft(null, name, null, stageIs(stage), false);
    }

    /** A new rule that locks what is there already. */
    static RuleDraft flagged(String name, String stage) {
        return new RuleDraft(null, name, true, stageIs(stage), false);
    }

    static RuleDraft renamed(RuleId rule, String name) {
        return new RuleDraft(rule.toString(), name, null, null, false);
    }

    static RuleDraft judging(RuleId rule, Object criteria) {
        return new RuleDraft(rule.toString(), null, null, criteria, false);
    }

    static RuleDraft lockingExisting(RuleId rule, boolean flag) {
        return new RuleDraft(rule.toString(), null, flag, null, false);
    }

    static RuleDraft removed(RuleId rule) {
        return new RuleDraft(rule.toString(), null, null, null, true);
    }

    static Map<String, Object> stageIs(String stage) {
        return comparison("Stage", "equal", stage);
    }

    static Map<String, Object> comparison(String field, String comparator, Object value) {
        return Map.of("comparator", comparator, "field", Map.of("api_name", field), "value", value);
    }
}
