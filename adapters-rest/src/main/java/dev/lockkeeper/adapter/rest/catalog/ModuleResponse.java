package dev.lockkeeper.adapter.rest.catalog;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.catalog.CrmModule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/** A module as Zoho's modules metadata shows it. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record ModuleResponse(
        @IdSchema String id,
        String apiName,
        String moduleName,
        String singularLabel,
        String pluralLabel,

        @Schema(ref = "#/components/schemas/GeneratedType") String generatedType,

        boolean apiSupported,
        boolean creatable,
        boolean editable,
        boolean deletable,
        boolean viewable) {

    static ModuleResponse from(CrmModule module) {
        return new ModuleResponse(
                module.id().toString(),
                module.apiName(),
                module.moduleName(),
                module.singularLabel(),
                module.pluralLabel(),
                module.generatedType().zohoName(),
                true,
                module.creatable(),
                module.editable(),
                module.deletable(),
                module.viewable());
    }
}
