package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.criteria.Criteria;

/**
 * A condition under which records lock themselves: Zoho's {@code locking_rules}.
 *
 * @param name for people, a {@link Label}, unique in its configuration
 * @param lockExistingRecords whether records that were known before the rule are to be locked as well
 */
public record LockingRule(RuleId id, String name, boolean lockExistingRecords, Criteria criteria) {

    public LockingRule {
        if (!Label.isLabel(name)) {
            throw new IllegalArgumentException("Not the name of a rule");
        }
    }
}
