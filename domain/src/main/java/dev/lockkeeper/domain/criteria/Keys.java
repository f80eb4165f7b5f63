package dev.lockkeeper.domain.criteria;

/** The JSON keys of criteria, as Zoho spells them. */
final class Keys {

    static final String COMPARATOR = "comparator";
    static final String FIELD = "field";
    static final String API_NAME = "api_name";
    static final String ID = "id";
    static final String TYPE = "type";
    static final String VALUE = "value";
    static final String GROUP_OPERATOR = "group_operator";
    static final String GROUP = "group";
    /** Under which the whole tree stands in a locking rule. */
    static final String CRITERIA = "criteria";

    private Keys() {}

    /** The path of a key within the object at {@code path}. */
    static String at(String path, String key) {
        return path + "." + key;
    }

    /** The path of an element of the array at {@code path}. */
    static String at(String path, int index) {
        return path + "[" + index + "]";
    }
}
