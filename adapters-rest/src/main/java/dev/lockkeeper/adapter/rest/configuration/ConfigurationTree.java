package dev.lockkeeper.adapter.rest.configuration;

import dev.lockkeeper.adapter.rest.time.ZohoTime;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Zoho's element of {@code record_locking_configurations}, with its keys in the order of Zoho's own samples. */
final class ConfigurationTree {

    private ConfigurationTree() {}

    static Map<String, @Nullable Object> of(LockingConfiguration configuration) {
        LockingPolicy policy = configuration.policy();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("created_time", ZohoTime.format(configuration.created().at()));
        tree.put(Keys.LOCKED_FOR, policy.lockedFor().zohoName());
        tree.put(Keys.EXCLUDED_FIELDS, list(policy.excludedFields(), ConfigurationTree::field));
        tree.put("created_by", by(configuration.created()));
        tree.put(Keys.FEATURE_TYPE, LockingConfiguration.FEATURE_TYPE);
        tree.put(Keys.LOCKING_RULES, list(policy.rules(), ConfigurationTree::rule));
        tree.put(Keys.RESTRICTED_ACTIONS, list(policy.restrictedActions(), RestrictedAction::zohoName));
        tree.put(Keys.LOCK_FOR_PORTAL_USERS, policy.lockForPortalUsers());
        tree.put("modified_time", ZohoTime.format(configuration.modified().at()));
        tree.put(
                Keys.RESTRICTED_COMMUNICATIONS,
                list(policy.restrictedCommunications(), RestrictedCommunication::zohoName));
        tree.put("system_defined", configuration.systemDefined());
        tree.put("modified_by", by(configuration.modified()));
        tree.put(Keys.ID, configuration.id().toString());
        tree.put(Keys.LOCK_TYPE, policy.lockType().zohoName());
        tree.put(
                Keys.RESTRICTED_CUSTOM_BUTTONS,
                listOrNull(policy.restrictedCustomButtons(), ConfigurationTree::button));
        tree.put(
                Keys.LOCK_EXCLUDED_PROFILES,
                listOrNull(
                        policy.excludedProfiles(),
                        profile -> named(profile.name(), profile.id().toString())));
        return tree;
    }

    private static Map<String, @Nullable Object> by(LockingConfiguration.Edit edit) {
        return named(edit.by().name(), edit.by().id().toString());
    }

    private static Map<String, @Nullable Object> field(FieldRef field) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(Keys.API_NAME, field.apiName());
        tree.put(Keys.ID, field.id().toString());
        return tree;
    }

    private static Map<String, @Nullable Object> rule(LockingRule rule) {
        Map<String, @Nullable Object> tree = named(rule.name(), rule.id().toString());
        tree.put(Keys.LOCK_EXISTING_RECORDS, rule.lockExistingRecords());
        tree.put(Keys.CRITERIA, rule.criteria().toTree());
        return tree;
    }

    private static Map<String, @Nullable Object> button(CustomButton button) {
        return named(button.name(), button.id());
    }

    private static Map<String, @Nullable Object> named(@Nullable String name, @Nullable String id) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(Keys.NAME, name);
        tree.put(Keys.ID, id);
        return tree;
    }

    private static <T, R> List<R> list(List<T> elements, Function<T, R> tree) {
        return elements.stream().map(tree).toList();
    }

    /** Zoho shows these two as null when there are none. */
    private static <T, R> @Nullable List<R> listOrNull(List<T> elements, Function<T, R> tree) {
        return elements.isEmpty() ? null : list(elements, tree);
    }
}
