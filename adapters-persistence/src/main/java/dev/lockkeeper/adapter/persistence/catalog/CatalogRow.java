package dev.lockkeeper.adapter.persistence.catalog;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.ModuleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link CatalogStatements#READ}.
 *
 * @param field null in the one row of a catalogue to which nothing was added
 */
record CatalogRow(long version, @Nullable Field field) {

    /**
     * A stored field and its module.
     *
     * @param customModule null when the module is a standard one
     */
    record Field(ModuleId moduleId, @Nullable CustomModule customModule, CrmField field) {}

    record CustomModule(int number, String apiName, String label) {}

    static CatalogRow read(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        long fieldId = row.getLong("field_id");
        return new CatalogRow(version, row.wasNull() ? null : field(row, new FieldId(fieldId)));
    }

    private static Field field(ResultSet row, FieldId id) throws SQLException {
        int number = row.getInt("number");
        CustomModule module = row.wasNull()
                ? null
                : new CustomModule(number, row.getString("module_name"), row.getString("module_label"));
        String dataType = row.getString("data_type");
        FieldType type = FieldType.find(dataType)
                .orElseThrow(() -> new IllegalStateException("module_field " + id + " is a " + dataType));
        CrmField field = new CrmField(
                id,
                row.getString("api_name"),
                row.getString("label"),
                type,
                row.getBoolean("read_only"),
                List.of(),
                row.getBoolean("added"));
        return new Field(new ModuleId(row.getLong("module_id")), module, field);
    }
}
