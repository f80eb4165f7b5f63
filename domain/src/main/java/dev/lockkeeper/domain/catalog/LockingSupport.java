package dev.lockkeeper.domain.catalog;

/**
 * What a module has to do with record locking (contract, section "Modules").
 *
 * <p>A custom module is {@link #SUPPORTED} when a user created it, and {@link #NOT_SUPPORTED} when an extension or an
 * integration did.
 */
public enum LockingSupport {
    /** Its records can be locked, once the module has a locking configuration. */
    SUPPORTED,
    /** A known module that takes no locking configuration, so that its records are never locked. */
    NOT_SUPPORTED,
    /**
     * {@code Locking_Information__s}: its records are the locks themselves. Clients read its fields' metadata, but to
     * a call that locks or configures a module there is none of this name.
     */
    HOLDS_LOCKS
}
