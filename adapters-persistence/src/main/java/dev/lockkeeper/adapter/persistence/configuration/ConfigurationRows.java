package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.Json;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.criteria.Criteria;
import dev.lockkeeper.domain.criteria.CriteriaReader;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.ProfileRef;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a row of {@code locking_configuration} reads, and its JSON columns write. */
final class ConfigurationRows {

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String API_NAME = "api_name";

    private ConfigurationRows() {}

    static RulesVersion version(ResultSet row) throws SQLException {
        return new RulesVersion(new ConfigurationId(row.getLong(ID)), row.getLong("version"));
    }

    /** @param module whose configuration it is: criteria are read against its fields */
    static LockingConfiguration configuration(ResultSet row, CrmModule module) throws SQLException {
        LockingPolicy policy = new LockingPolicy(
                LockType.find(row.getString("lock_type")).orElseThrow(),
                list(row, "rules", rule -> rule(rule, module)),
                LockedFor.find(row.getString("locked_for")).orElseThrow(),
                list(row, "excluded_profiles", ConfigurationRows::profile),
                list(row, "excluded_fields", ConfigurationRows::field),
                names(
                        row,
                        "restricted_actions",
                        name -> RestrictedAction.find(name).orElseThrow()),
                names(
                        row,
                        "restricted_communications",
                        name -> RestrictedCommunication.find(name).orElseThrow()),
                list(row, "restricted_custom_buttons", ConfigurationRows::button),
                row.getBoolean("lock_for_portal_users"));
        return new LockingConfiguration(
                new ConfigurationId(row.getLong(ID)),
                module.id(),
                row.getLong("version"),
                policy,
                row.getBoolean("system_defined"),
                edit(row, "created"),
                edit(row, "modified"));
    }

    static String excludedFields(LockingPolicy policy) {
        return Json.write(policy.excludedFields().stream()
                .map(field -> Map.of(ID, field.id().toString(), API_NAME, field.apiName()))
                .toList());
    }

    static String customButtons(LockingPolicy policy) {
        return Json.write(policy.restrictedCustomButtons().stream()
                .map(button -> {
                    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                    tree.put(ID, button.id());
                    tree.put(NAME, button.name());
                    return tree;
                })
                .toList());
    }

    private static LockingRule rule(Map<String, @Nullable Object> row, CrmModule module) {
        return new LockingRule(
                new RuleId(id(row)),
                text(row, NAME),
                (Boolean) required(row, "lock_existing_records"),
                criteria(required(row, "criteria"), module));
    }

    private static Criteria criteria(Object tree, CrmModule module) {
        return switch (CriteriaReader.read(module, tree)) {
            case CriteriaReader.Read(Criteria criteria) -> criteria;
            // The fields that a rule uses can neither be removed nor given another type.
            case CriteriaReader.Refused(var fault) ->
                throw new IllegalStateException("Stored criteria of " + module.apiName() + ": " + fault);
        };
    }

    private static ProfileRef profile(Map<String, @Nullable Object> row) {
        return new ProfileRef(new ProfileId(id(row)), text(row, NAME));
    }

    private static FieldRef field(Map<String, @Nullable Object> row) {
        return new FieldRef(new FieldId(id(row)), text(row, API_NAME));
    }

    private static CustomButton button(Map<String, @Nullable Object> row) {
        return new CustomButton((String) row.get(ID), (String) row.get(NAME));
    }

    private static LockingConfiguration.Edit edit(ResultSet row, String kind) throws SQLException {
        return new LockingConfiguration.Edit(
                new UserRef(new UserId(row.getLong(kind + "_by")), row.getString(kind + "_by_name")),
                row.getObject(kind + "_time", OffsetDateTime.class).toInstant());
    }

    private static <T> List<T> list(ResultSet row, String column, Function<Map<String, @Nullable Object>, T> element)
            throws SQLException {
        return Json.readObjects(row.getString(column)).stream().map(element).toList();
    }

    private static <T> List<T> names(ResultSet row, String column, Function<String, T> named) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(named)
                .toList();
    }

    private static long id(Map<String, @Nullable Object> row) {
        return Long.parseLong(required(row, ID).toString());
    }

    private static String text(Map<String, @Nullable Object> row, String key) {
        return required(row, key).toString();
    }

    private static Object required(Map<String, @Nullable Object> row, String key) {
        return Objects.requireNonNull(row.get(key), key);
    }
}
