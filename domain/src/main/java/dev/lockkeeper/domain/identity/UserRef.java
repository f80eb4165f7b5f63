package dev.lockkeeper.domain.identity;

/** A user as others see them: Zoho's {@code {"name", "id"}}. */
public record UserRef(UserId id, String name) {}
