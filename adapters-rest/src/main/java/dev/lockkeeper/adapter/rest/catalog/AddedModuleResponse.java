package dev.lockkeeper.adapter.rest.catalog;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A module as the management API shows it once it was added or changed, with all its fields.
 *
 * @param label what users call the module
 */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record AddedModuleResponse(
        @IdSchema String id,
        String apiName,
        String label,

        @Schema(ref = "#/components/schemas/GeneratedType") String generatedType,

        List<Field> fields) {

    @AnswerSchema
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Field(
            @IdSchema String id,
            String apiName,
            String label,
            @Schema(ref = "#/components/schemas/DataType") String dataType,
            boolean readOnly,
            boolean custom) {

        static Field from(CrmField field) {
            return new Field(
                    field.id().toString(),
                    field.apiName(),
                    field.label(),
                    field.type().zohoName(),
                    field.readOnly(),
                    field.custom());
        }
    }

    static AddedModuleResponse from(CrmModule module) {
        return new AddedModuleResponse(
                module.id().toString(),
                module.apiName(),
                module.pluralLabel(),
                module.generatedType().zohoName(),
                module.fields().stream().map(Field::from).toList());
    }
}
