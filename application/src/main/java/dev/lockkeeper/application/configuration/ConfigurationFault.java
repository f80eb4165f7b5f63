package dev.lockkeeper.application.configuration;

import dev.lockkeeper.domain.criteria.CriteriaFault;

/** Why a draft is no configuration. */
public sealed interface ConfigurationFault {

    /** Of one key as a whole. */
    enum OfKey implements ConfigurationFault {
        /** A change on the collection says nowhere which configuration it is about. */
        ID_MISSING,
        ID_UNKNOWN,
        LOCK_TYPE_MISSING,
        LOCK_TYPE_UNKNOWN,
        RULES_MISSING,
        LOCKED_FOR_UNKNOWN,
        EXCLUDED_PROFILES_MISSING,
        FEATURE_TYPE_UNKNOWN,
        COMMUNICATIONS_NOT_SUPPORTED
    }

    /** Of one element of a list, counted from 0. */
    record OfElement(ElementFault fault, int index) implements ConfigurationFault {}

    /** What can be wrong with an element of a list. */
    enum ElementFault {
        RULE_ID_MISSING,
        RULE_ID_UNKNOWN,
        RULE_NAME_MISSING,
        RULE_NAME_INVALID,
        RULE_NAME_REPEATED,
        RULE_CRITERIA_MISSING,
        RULE_CRITERIA_REPEATED,
        PROFILE_UNNAMED,
        PROFILE_ID_UNKNOWN,
        PROFILE_NAME_UNKNOWN,
        FIELD_UNNAMED,
        FIELD_AMBIGUOUS,
        FIELD_ID_UNKNOWN,
        FIELD_NAME_UNKNOWN,
        FIELD_BY_ID_NOT_SUPPORTED,
        FIELD_BY_NAME_NOT_SUPPORTED,
        ACTION_UNKNOWN,
        COMMUNICATION_UNKNOWN,
        BUTTON_UNKNOWN
    }

    /** Of a rule's criteria; the rule is counted from 0. */
    record OfCriteria(CriteriaFault fault, int rule) implements ConfigurationFault {}

    /**
     * A list is too long.
     *
     * @param available how many elements it has room for beside what is stored and stays
     */
    record TooMany(Limit of, int available) implements ConfigurationFault {}

    /** How long lists may be (contract, section "Configuration"). */
    enum Limit {
        LOCKING_RULES(5),
        LOCK_EXCLUDED_PROFILES(15),
        EXCLUDED_FIELDS(15),
        RESTRICTED_CUSTOM_BUTTONS(30);

        private final int most;

        Limit(int most) {
            this.most = most;
        }

        public int most() {
            return most;
        }
    }
}
