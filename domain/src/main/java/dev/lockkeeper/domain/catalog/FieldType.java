package dev.lockkeeper.domain.catalog;

import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of value a field holds: Zoho's {@code data_type}, as far as the locking contract and the standard fields
 * need it. It decides which comparators a locking rule may use on the field.
 */
public enum FieldType {
    TEXT("text", "string"),
    TEXTAREA("textarea", "string"),
    EMAIL("email", "string"),
    PHONE("phone", "string"),
    WEBSITE("website", "string"),
    PICKLIST("picklist", "string"),
    MULTISELECTPICKLIST("multiselectpicklist", "jsonarray"),
    INTEGER("integer", "integer"),
    /** A 64-bit number, a string in JSON: Zoho keeps its ids out of JavaScript's inexact numbers. */
    BIGINT("bigint", "string"),
    /** The contract's word; Zoho's own field metadata also calls it {@code double}. */
    DECIMAL("decimal", "double"),
    CURRENCY("currency", "double"),
    PERCENT("percent", "double"),
    DATE("date", "string"),
    DATETIME("datetime", "string"),
    BOOLEAN("boolean", "boolean"),
    LOOKUP("lookup", "jsonobject"),
    OWNERLOOKUP("ownerlookup", "jsonobject"),
    USERLOOKUP("userlookup", "jsonobject"),
    MULTI_MODULE_LOOKUP("multi_module_lookup", "jsonobject"),
    /** A number that the CRM counts up by itself, with a prefix and a suffix; always read-only. */
    AUTONUMBER("autonumber", "string"),
    PROFILEIMAGE("profileimage", "string");

    private static final String DECIMAL_IN_ZOHO_METADATA = "double";

    private final String zohoName;
    private final String jsonType;

    FieldType(String zohoName, String jsonType) {
        this.zohoName = zohoName;
        this.jsonType = jsonType;
    }

    /** The {@code data_type} of the field's metadata. */
    public String zohoName() {
        return zohoName;
    }

    /** The {@code json_type} of the field's metadata: what its value is in a record's JSON. */
    public String jsonType() {
        return jsonType;
    }

    /** Whether fields of this type may list the values to choose from. */
    public boolean isPickList() {
        return this == PICKLIST || this == MULTISELECTPICKLIST;
    }

    /**
     * The type that a {@code data_type} names, spelled exactly as {@link #zohoName()}; {@code double} is taken for
     * {@code decimal}, because field metadata copied from Zoho says so.
     */
    public static Optional<FieldType> find(String zohoName) {
        if (zohoName.equals(DECIMAL_IN_ZOHO_METADATA)) {
            return Optional.of(DECIMAL);
        }
        return Arrays.stream(values())
                .filter(type -> type.zohoName.equals(zohoName))
                .findFirst();
    }
}
