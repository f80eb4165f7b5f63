package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.store.StorableText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CRM record as somebody reports it: the whole of it, not what changed.
 *
 * @param name what people call it, at most {@value #MAX_NAME_LENGTH} characters; null when it has no name
 * @param owner the id of the user who owns it; null when that was not said
 * @param fields its values by api name, as JSON has them: text, {@link BigDecimal}, {@link Boolean}, null, and lists and
 *     maps of these. What the module does not know is kept as well: it may come to know it
 */
public record CrmRecord(
        RecordId id, @Nullable String name, @Nullable Long owner, Map<String, @Nullable Object> fields) {

    /** In Unicode code points. */
    public static final int MAX_NAME_LENGTH = 500;

    /** Digits of a number, before and after the point together, and how far its exponent may go. */
    public static final int MAX_NUMBER_LENGTH = 200;

    /** Characters of all its keys and values together, so that many records fit into memory at once. */
    public static final int MAX_LENGTH = 100_000;

    private static final String OWNER_FIELD = "Owner";

    // Written out, since a compact constructor would lose what may be null.
    public CrmRecord(RecordId id, @Nullable String name, @Nullable Long owner, Map<String, @Nullable Object> fields) {
        if (owner != null) {
            CrmId.requirePositive(owner);
        }
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The values that rules compare: its fields, and its owner where these do not say it. */
    public Map<String, @Nullable Object> comparable() {
        if (owner == null || fields.get(OWNER_FIELD) != null) {
            return fields;
        }
        Map<String, @Nullable Object> withOwner = new LinkedHashMap<>(fields);
        withOwner.put(OWNER_FIELD, owner.toString());
        return withOwner;
    }

    /** What a store could not keep, in words for the one who sent it; empty when nothing is wrong. */
    public static Optional<String> faultOf(@Nullable String name, Map<String, @Nullable Object> fields) {
        if (name != null && name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            return Optional.of("name: at most " + MAX_NAME_LENGTH + " characters");
        }
        if (length(fields) > MAX_LENGTH) {
            return Optional.of("fields: at most " + MAX_LENGTH + " characters, all keys and values taken together");
        }
        return isStorable(name) && isStorable(fields)
                ? Optional.empty()
                : Optional.of("numbers have at most " + MAX_NUMBER_LENGTH
                        + " digits, and texts neither the character U+0000 nor halves of surrogate pairs");
    }

    private static long length(@Nullable Object value) {
        return switch (value) {
            case null -> 1;
            case String text -> text.length();
            case BigDecimal number -> number.precision();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .mapToLong(entry -> length(entry.getKey()) + length(entry.getValue()))
                        .sum();
            case Collection<?> list ->
                list.stream().mapToLong(CrmRecord::length).sum();
            default -> 1;
        };
    }

    private static boolean isStorable(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> StorableText.isStorable(text);
            case BigDecimal number ->
                number.precision() <= MAX_NUMBER_LENGTH && Math.abs((long) number.scale()) <= MAX_NUMBER_LENGTH;
            case Map<?, ?> map ->
                map.entrySet().stream().allMatch(entry -> isStorable(entry.getKey()) && isStorable(entry.getValue()));
            case Collection<?> list -> list.stream().allMatch(CrmRecord::isStorable);
            default -> true;
        };
    }
}
