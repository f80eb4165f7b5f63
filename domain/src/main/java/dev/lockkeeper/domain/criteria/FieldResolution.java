package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.criteria.CriteriaFault.Kind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which field the {@code field} of a comparison means. */
sealed interface FieldResolution {

    record Found(ComparedField field) implements FieldResolution {}

    record Failed(CriteriaFault fault) implements FieldResolution {}

    /** Zoho's own body for a field that is not there says {@code fields}, though the key is {@code field}. */
    String FIELDS_SIC = "fields";

    /**
     * Looks for the field in its module. Of id and api name either is enough; when both are given and only one is
     * valid, it counts.
     *
     * @param path of the comparison
     */
    static FieldResolution of(CrmModule module, @Nullable Object json, String path) {
        if (json == null) {
            return new Failed(CriteriaFault.at(Kind.MISSING, path, Keys.FIELD));
        }
        if (!(json instanceof Map<?, ?> names)) {
            return new Failed(CriteriaFault.at(Kind.WRONG_TYPE, path, Keys.FIELD));
        }
        Object apiName = names.get(Keys.API_NAME);
        Object id = names.get(Keys.ID);
        if (apiName == null && id == null) {
            return new Failed(CriteriaFault.at(Kind.FIELD_UNNAMED, path, Keys.FIELD));
        }
        CrmField named = byName(module, apiName).orElse(null);
        CrmField identified = byId(module, id).orElse(null);
        if (named != null && identified != null && !named.equals(identified)) {
            return new Failed(CriteriaFault.at(Kind.FIELD_AMBIGUOUS, path, Keys.FIELD));
        }
        CrmField field = named != null ? named : identified;
        return field != null ? new Found(ComparedField.of(field)) : new Failed(notFound(apiName, path));
    }

    private static Optional<CrmField> byName(CrmModule module, @Nullable Object apiName) {
        return apiName instanceof String text ? module.findField(text) : Optional.empty();
    }

    private static Optional<CrmField> byId(CrmModule module, @Nullable Object id) {
        return Optional.ofNullable(Literals.text(id)).flatMap(FieldId::parse).flatMap(module::findField);
    }

    private static CriteriaFault notFound(@Nullable Object apiName, String path) {
        String key = apiName == null ? Keys.ID : Keys.API_NAME;
        return CriteriaFault.at(Kind.FIELD_NOT_FOUND, Keys.at(path, FIELDS_SIC), key);
    }
}
