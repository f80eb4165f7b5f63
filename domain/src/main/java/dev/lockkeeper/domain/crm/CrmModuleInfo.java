package dev.lockkeeper.domain.crm;

/**
 * A module as the CRM lists it.
 *
 * @param custom whether a user made it, in which case its records can be locked
 */
public record CrmModuleInfo(String apiName, String label, boolean custom) {}
