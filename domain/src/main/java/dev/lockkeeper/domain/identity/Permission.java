package dev.lockkeeper.domain.identity;

/** What a profile allows its users. */
public enum Permission {
    /** Lock and unlock records by hand. */
    LOCK,
    /** Change locking configurations: Zoho's {@code Crm_Implied_Customize_Zoho_CRM}. */
    CUSTOMIZE,
    /** Manage profiles, users, tokens and modules. */
    ADMINISTER
}
