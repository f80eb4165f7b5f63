package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.FieldId;

/** A field that stays open to changes while its record is locked: Zoho's {@code {"api_name", "id"}}. */
public record FieldRef(FieldId id, String apiName) {}
