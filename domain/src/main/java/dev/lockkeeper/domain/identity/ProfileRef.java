package dev.lockkeeper.domain.identity;

/** A profile as others see it: Zoho's {@code {"name", "id"}}. */
public record ProfileRef(ProfileId id, String name) {}
