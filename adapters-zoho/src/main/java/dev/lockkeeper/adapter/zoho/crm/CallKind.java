package dev.lockkeeper.adapter.zoho.crm;

/** What Zoho is asked: one of each method of {@link dev.lockkeeper.domain.crm.Crm}. */
public enum CallKind {
    LOCK(true),
    UNLOCK(true),
    CHANGE_REASON(true),
    FIND_LOCK(false),
    LOCKED_RECORDS(false),
    ARE_LOCKED(false),
    FIND_CONFIGURATION(false),
    CREATE_CONFIGURATION(true),
    CHANGE_CONFIGURATION(true),
    DELETE_CONFIGURATION(true),
    MODULES(false),
    FIELDS(false),
    CURRENT_USER(false),
    WATCH(true);

    private final boolean change;

    CallKind(boolean change) {
        this.change = change;
    }

    /** Whether it changes something there, and so must not be sent twice without knowing of the first. */
    public boolean isChange() {
        return change;
    }
}
