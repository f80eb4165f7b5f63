package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module's locking configuration as the CRM has it. Its fields, profiles and users are the CRM's, under the CRM's ids.
 *
 * @param ruleNames what its rules are called, in order
 * @param element all of it, in the CRM's words: as in {@link CrmRefusal}
 */
public record CrmConfiguration(
        ConfigurationId id, LockType lockType, Map<RuleId, String> ruleNames, Map<String, @Nullable Object> element) {

    public CrmConfiguration(
            ConfigurationId id,
            LockType lockType,
            Map<RuleId, String> ruleNames,
            Map<String, @Nullable Object> element) {
        this.id = id;
        this.lockType = lockType;
        this.ruleNames = Collections.unmodifiableMap(new LinkedHashMap<>(ruleNames));
        this.element = Collections.unmodifiableMap(new LinkedHashMap<>(element));
    }
}
