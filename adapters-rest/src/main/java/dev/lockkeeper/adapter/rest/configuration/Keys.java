package dev.lockkeeper.adapter.rest.configuration;

/** The JSON keys of a configuration, as Zoho spells them, and the paths to them. */
final class Keys {

    static final String CONFIGURATIONS = "record_locking_configurations";

    static final String ID = "id";
    static final String NAME = "name";
    static final String API_NAME = "api_name";

    static final String LOCK_TYPE = "lock_type";
    static final String LOCKING_RULES = "locking_rules";
    static final String LOCKED_FOR = "locked_for";
    static final String LOCK_EXCLUDED_PROFILES = "lock_excluded_profiles";
    static final String EXCLUDED_FIELDS = "excluded_fields";
    static final String FEATURE_TYPE = "feature_type";
    static final String RESTRICTED_ACTIONS = "restricted_actions";
    static final String RESTRICTED_COMMUNICATIONS = "restricted_communications";
    static final String RESTRICTED_CUSTOM_BUTTONS = "restricted_custom_buttons";
    static final String LOCK_FOR_PORTAL_USERS = "lock_for_portal_users";

    static final String LOCK_EXISTING_RECORDS = "lock_existing_records";
    static final String CRITERIA = "criteria";
    static final String DELETE = "_delete";

    /** Where the list of configurations stands in a body. */
    static final String LIST_PATH = "$." + CONFIGURATIONS;

    /** Where its one element stands. */
    static final String ELEMENT_PATH = LIST_PATH + "[0]";

    private Keys() {}

    /** The path of a key of the object at {@code path}. */
    static String at(String path, String key) {
        return path + "." + key;
    }

    /** The path of an element of the array at {@code path}. */
    static String at(String path, int index) {
        return path + "[" + index + "]";
    }
}
