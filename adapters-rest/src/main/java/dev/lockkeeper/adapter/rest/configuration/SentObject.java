package dev.lockkeeper.adapter.rest.configuration;

import dev.lockkeeper.domain.store.StorableText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a body, whose values are taken as what they should be. What is something else counts as not sent, and
 * as a fault.
 */
final class SentObject {

    private static final String TEXT = "text";
    private static final String BOOLEAN = "boolean";
    private static final String OBJECT = "jsonobject";
    private static final String ARRAY = "jsonarray";

    private final Map<?, ?> json;
    private final String path;
    private final FirstShapeFault faults;

    private SentObject(Map<?, ?> json, String path, FirstShapeFault faults) {
        this.json = json;
        this.path = path;
        this.faults = faults;
    }

    /**
     * The object that a value is; an empty one in place of what is none.
     *
     * @param key what the value is to be called when it is none
     */
    static SentObject of(@Nullable Object value, String key, String path, FirstShapeFault faults) {
        if (value instanceof Map<?, ?> json) {
            return new SentObject(json, path, faults);
        }
        faults.found(OBJECT, key, path);
        return new SentObject(Map.of(), path, faults);
    }

    /** Whatever stands at a key, for others to judge. */
    @Nullable
    Object any(String key) {
        return json.get(key);
    }

    @Nullable
    String text(String key) {
        return switch (json.get(key)) {
            case null -> null;
            case String text when StorableText.isStorable(text) -> text;
            case Object _ -> {
                wrong(TEXT, key);
                yield null;
            }
        };
    }

    /** An id, which may be a number as well: some clients hold Zoho's ids as such. */
    @Nullable
    String id(String key) {
        return json.get(key) instanceof BigDecimal number && number.scale() == 0 ? number.toString() : text(key);
    }

    @Nullable
    Boolean flag(String key) {
        return switch (json.get(key)) {
            case null -> null;
            case Boolean flag -> flag;
            case Object _ -> {
                wrong(BOOLEAN, key);
                yield null;
            }
        };
    }

    /** A list of objects; one that was sent as null is empty. */
    <T> @Nullable List<T> objects(String key, Function<SentObject, T> read) {
        return list(key, (element, at) -> read.apply(of(element, key, at, faults)));
    }

    /** A list of texts; one that was sent as null is empty. */
    @Nullable
    List<String> texts(String key) {
        return list(key, (element, at) -> {
            if (element instanceof String text && StorableText.isStorable(text)) {
                return text;
            }
            faults.found(TEXT, key, at);
            return "";
        });
    }

    private interface ElementReader<T> {
        T read(@Nullable Object element, String path);
    }

    private <T> @Nullable List<T> list(String key, ElementReader<T> reader) {
        return switch (json.get(key)) {
            case null -> json.containsKey(key) ? List.of() : null;
            case List<?> elements -> {
                List<T> read = new ArrayList<>();
                for (int i = 0; i < elements.size(); i++) {
                    read.add(reader.read(elements.get(i), Keys.at(Keys.at(path, key), i)));
                }
                yield read;
            }
            case Object _ -> {
                wrong(ARRAY, key);
                yield null;
            }
        };
    }

    private void wrong(String expectedType, String key) {
        faults.found(expectedType, key, Keys.at(path, key));
    }
}
