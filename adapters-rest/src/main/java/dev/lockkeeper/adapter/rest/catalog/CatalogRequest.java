package dev.lockkeeper.adapter.rest.catalog;

import dev.lockkeeper.adapter.rest.error.CrmPath;
import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.GeneratedType;
import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call that adds to the catalogue: a module, {@code {"api_name","label","generated_type","fields"}}, or
 * just {@code {"fields"}}, a field being {@code {"api_name","label","data_type","read_only"}}. Null is as good as not
 * sent, and other keys are passed over.
 */
final class CatalogRequest {

    private static final String NOTHING = "";

    private static final String API_NAME =
            "letters, digits and underscores, a letter first, at most " + Naming.MAX_LENGTH + " characters";
    private static final String LABEL = "a text of one line, not blank, at most " + Naming.MAX_LENGTH + " characters";
    private static final String FIELDS = "an array of at most " + NewField.MAX_PER_MODULE + " fields";
    private static final String DATA_TYPES = Arrays.stream(FieldType.values())
            .map(FieldType::zohoName)
            .collect(Collectors.joining(", ", "one of ", NOTHING));

    /** The first thing found wrong, as a problem's detail; what is read after it does not count. */
    private @Nullable String fault;

    private CatalogRequest() {}

    /** Either what was asked for or what is wrong with the body. */
    sealed interface Result<T> {}

    record Read<T>(T wanted) implements Result<T> {}

    record Unreadable<T>(String detail) implements Result<T> {}

    static Result<NewModule> module(byte[] body) {
        CatalogRequest request = new CatalogRequest();
        Map<?, ?> module = request.object(body);
        String apiName = request.apiName(NOTHING, module);
        if (CrmPath.isNamespace(apiName.toLowerCase(Locale.ROOT))) {
            request.refuse("api_name", "not " + apiName + ", under which other calls have their addresses");
        }
        String label = request.label(NOTHING, module, apiName);
        request.checkGeneratedType(module.get("generated_type"));
        List<NewField> fields = module.get("fields") == null ? List.of() : request.fields(module.get("fields"));
        String fault = request.fault;
        return fault == null ? new Read<>(new NewModule(apiName, label, fields)) : new Unreadable<>(fault);
    }

    static Result<List<NewField>> fields(byte[] body) {
        CatalogRequest request = new CatalogRequest();
        List<NewField> fields = request.fields(request.object(body).get("fields"));
        String fault = request.fault;
        return fault == null ? new Read<>(fields) : new Unreadable<>(fault);
    }

    private Map<?, ?> object(byte[] body) {
        Optional<Object> document = JsonDocument.read(body);
        if (document.isPresent() && document.get() instanceof Map<?, ?> object) {
            return object;
        }
        fault = "The body is not a JSON object, in UTF-8 and without repeated keys.";
        return Map.of();
    }

    private List<NewField> fields(@Nullable Object sent) {
        if (!(sent instanceof List<?> elements) || elements.size() > NewField.MAX_PER_MODULE) {
            refuse("fields", FIELDS);
            return List.of();
        }
        List<NewField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object element : elements) {
            String path = "fields[" + fields.size() + "]";
            NewField field = field(path, element);
            if (field == null) {
                return List.of();
            }
            if (!names.add(field.apiName().toLowerCase(Locale.ROOT))) {
                refuse(path + ".api_name", field.apiName() + " stands here twice");
            }
            fields.add(field);
        }
        return fields;
    }

    private @Nullable NewField field(String path, @Nullable Object element) {
        if (!(element instanceof Map<?, ?> field)) {
            refuse(path, "an object");
            return null;
        }
        String key = path + ".";
        String apiName = apiName(key, field);
        String label = label(key, field, apiName);
        FieldType type = dataType(key, field.get("data_type"));
        boolean readOnly = readOnly(key, field.get("read_only"));
        return fault == null ? new NewField(apiName, label, type, readOnly) : null;
    }

    private String apiName(String path, Map<?, ?> object) {
        if (object.get("api_name") instanceof String text && Naming.isApiName(text)) {
            return text;
        }
        refuse(path + "api_name", API_NAME);
        return NOTHING;
    }

    private String label(String path, Map<?, ?> object, String apiName) {
        Object label = object.get("label");
        if (label == null) {
            return apiName;
        }
        if (label instanceof String text && Naming.isLabel(text)) {
            return text;
        }
        refuse(path + "label", LABEL);
        return NOTHING;
    }

    private FieldType dataType(String path, @Nullable Object sent) {
        Optional<FieldType> type = sent instanceof String name ? FieldType.find(name) : Optional.empty();
        if (type.isEmpty()) {
            refuse(path + "data_type", DATA_TYPES);
        }
        return type.orElse(FieldType.TEXT);
    }

    private boolean readOnly(String path, @Nullable Object sent) {
        if (sent != null && !(sent instanceof Boolean)) {
            refuse(path + "read_only", "true or false");
        }
        return Boolean.TRUE.equals(sent);
    }

    private void checkGeneratedType(@Nullable Object sent) {
        if (sent != null && !sent.equals(GeneratedType.CUSTOM.zohoName())) {
            refuse("generated_type", GeneratedType.CUSTOM.zohoName());
        }
    }

    private void refuse(String key, String expected) {
        if (fault == null) {
            fault = key + ": " + expected;
        }
    }
}
