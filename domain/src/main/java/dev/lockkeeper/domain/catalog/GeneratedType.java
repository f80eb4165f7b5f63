package dev.lockkeeper.domain.catalog;

/** Where a module comes from: Zoho's {@code generated_type}. */
public enum GeneratedType {
    /** Every organisation has it. */
    DEFAULT("default"),
    /** This organisation added it, be it by a user, an extension or an integration. */
    CUSTOM("custom");

    private final String zohoName;

    GeneratedType(String zohoName) {
        this.zohoName = zohoName;
    }

    /** The value on the wire. */
    public String zohoName() {
        return zohoName;
    }
}
