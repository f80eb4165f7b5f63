package dev.lockkeeper.domain.installation;

/** Who decides about the locks of a store. It stays so for as long as the store lives. */
public enum Authority {
    /** This service does. */
    LOCAL,
    /** A CRM does, whose locks are kept here. */
    CRM
}
