package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.store.StorableText;

/**
 * By what the company's identity provider knows a user: the subject of OpenID Connect Core 1.0, section 2, or whatever
 * else of its tokens names a user for good. Of one line, and compared exactly.
 */
public record ExternalId(String value) {

    /** The longest subject of OpenID Connect Core 1.0, section 2, in characters. */
    public static final int MAX_LENGTH = 255;

    /** @throws IllegalArgumentException when {@link #isWellFormed} says no */
    public ExternalId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not an identity provider's id of a user");
        }
    }

    public static boolean isWellFormed(String value) {
        return !value.isBlank()
                && value.length() <= MAX_LENGTH
                && StorableText.isStorable(value)
                && value.codePoints().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return value;
    }
}
