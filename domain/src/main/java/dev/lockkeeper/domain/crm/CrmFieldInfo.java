package dev.lockkeeper.domain.crm;

/**
 * A field as the CRM lists it.
 *
 * @param dataType as the CRM calls it; not every one is known here
 */
public record CrmFieldInfo(String apiName, String label, String dataType, boolean readOnly) {}
