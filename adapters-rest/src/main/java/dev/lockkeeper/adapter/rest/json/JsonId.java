package dev.lockkeeper.adapter.rest.json;

import dev.lockkeeper.domain.catalog.CrmId;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An id in a body of the management API: a text or, as other systems keep them, a whole number. */
public final class JsonId {

    /** What an id is, for the one who sent none. */
    public static final String RULE = "a positive 64-bit integer without leading zeros, as a text";

    private JsonId() {}

    /** The id that a value of {@link JsonDocument} stands for, or empty when it is none. */
    public static OptionalLong read(@Nullable Object sent) {
        return switch (sent) {
            case String text -> CrmId.parse(text);
            case BigDecimal number when number.scale() == 0 -> CrmId.parse(number.toPlainString());
            case null, default -> OptionalLong.empty();
        };
    }
}
