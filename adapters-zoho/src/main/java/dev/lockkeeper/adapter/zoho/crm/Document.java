package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A JSON object, read with a purpose: what has to be there and is not throws {@link NotUnderstood}. */
record Document(Map<String, @Nullable Object> entries) {

    static final Document EMPTY = new Document(Map.of());

    static Document of(Map<?, ?> map) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        return new Document(Collections.unmodifiableMap(entries));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    @Nullable
    String findText(String key) {
        return entries.get(key) instanceof String text ? text : null;
    }

    String text(String key) {
        String text = findText(key);
        if (text == null) {
            throw new NotUnderstood(key);
        }
        return text;
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(entries.get(key));
    }

    /** An id, which may come as a number where Zoho forgets that it writes texts. */
    long id(String key) {
        Object value = entries.get(key);
        OptionalLong id = value instanceof String || value instanceof Long || value instanceof Integer
                ? CrmId.parse(value.toString())
                : OptionalLong.empty();
        return id.orElseThrow(() -> new NotUnderstood(key));
    }

    Instant time(String key) {
        try {
            return OffsetDateTime.parse(text(key)).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException _) {
            throw new NotUnderstood(key);
        }
    }

    @Nullable
    Document find(String key) {
        return entries.get(key) instanceof Map<?, ?> map ? of(map) : null;
    }

    Document inner(String key) {
        Document found = find(key);
        if (found == null) {
            throw new NotUnderstood(key);
        }
        return found;
    }

    UserRef user(String key) {
        Document user = inner(key);
        return new UserRef(new UserId(user.id("id")), user.text("name"));
    }

    boolean hasList(String key) {
        return entries.get(key) instanceof List<?>;
    }

    /** The objects of a list. */
    List<Document> list(String key) {
        if (!(entries.get(key) instanceof List<?> list)) {
            throw new NotUnderstood(key);
        }
        List<Document> documents = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> map)) {
                throw new NotUnderstood(key);
            }
            documents.add(of(map));
        }
        return documents;
    }

    /** The details of the only element of a list, which says that what was asked is done. */
    Document done(String key) {
        List<Document> elements = list(key);
        if (elements.size() != 1 || !"SUCCESS".equals(elements.getFirst().findText("code"))) {
            throw new NotUnderstood(key);
        }
        return elements.getFirst().inner("details");
    }
}
