package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.adapter.rest.json.JsonId;
import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The object that a call sends, read key by key; the first thing found wrong counts, and what is read after it does not.
 * Null is as good as not sent, and other keys are passed over.
 */
final class ManagementBody {

    /** How many scopes a token or a client has at most. */
    static final int MAX_SCOPES = 100;

    private static final UserId NOBODY = new UserId(1);
    private static final String NOTHING = "-";
    /** What a name is, for the one who sent none. */
    static final String NAME = "a text of one line, not blank, at most " + Naming.MAX_LENGTH + " characters";

    private static final String SCOPES =
            "an array of 1 to " + MAX_SCOPES + " scopes, such as ZohoCRM.modules.ALL, each "
                    + "of printable ASCII without spaces, commas, quotes and backslashes, at most " + Scope.MAX_LENGTH
                    + " characters";

    private final Map<?, ?> keys;
    private @Nullable String fault;

    ManagementBody(byte[] body) {
        if (JsonDocument.read(body).orElse(null) instanceof Map<?, ?> object) {
            keys = object;
        } else {
            keys = Map.of();
            fault = "The body is not a JSON object, in UTF-8 and without repeated keys.";
        }
    }

    /** What was read, when nothing is wrong; else the first fault. */
    <T> Parsed<T> parsed(Supplier<T> read) {
        return fault == null ? new Parsed<>(read.get(), null) : new Parsed<>(null, fault);
    }

    @Nullable
    Object value(String key) {
        return keys.get(key);
    }

    void refuse(String key, String expected) {
        if (fault == null) {
            fault = key + ": " + expected;
        }
    }

    /** A name of somebody or something. */
    String name(String key) {
        if (value(key) instanceof String text && Naming.isLabel(text)) {
            return text;
        }
        refuse(key, NAME);
        return NOTHING;
    }

    /** False when nothing is sent. */
    boolean flag(String key) {
        Object sent = value(key);
        if (sent != null && !(sent instanceof Boolean)) {
            refuse(key, "true or false");
        }
        return Boolean.TRUE.equals(sent);
    }

    UserId user(String key) {
        OptionalLong id = JsonId.read(value(key));
        if (id.isEmpty()) {
            refuse(key, JsonId.RULE);
            return NOBODY;
        }
        return new UserId(id.getAsLong());
    }

    Set<Scope> scopes(String key) {
        Set<Scope> scopes = new HashSet<>();
        if (!(value(key) instanceof List<?> sent) || sent.isEmpty() || sent.size() > MAX_SCOPES) {
            refuse(key, SCOPES);
            return scopes;
        }
        for (Object name : sent) {
            if (name instanceof String text && Scope.isWellFormed(text)) {
                scopes.add(new Scope(text));
            } else {
                refuse(key, SCOPES);
            }
        }
        return scopes;
    }
}
