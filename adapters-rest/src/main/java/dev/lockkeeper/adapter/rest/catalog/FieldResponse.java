package dev.lockkeeper.adapter.rest.catalog;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.catalog.CrmField;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;

/** A field as Zoho's fields metadata shows it, with the keys that Zoho's SDK and its users read. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record FieldResponse(
        @IdSchema String id,
        String apiName,
        String fieldLabel,
        String displayLabel,
        @Schema(ref = "#/components/schemas/DataType") String dataType,
        String jsonType,
        boolean readOnly,
        boolean fieldReadOnly,
        boolean customField,
        boolean visible,
        List<PickListValue> pickListValues) {

    @AnswerSchema
    @Serdeable(naming = SnakeCaseStrategy.class)
    record PickListValue(String displayValue, String actualValue, String referenceValue, int sequenceNumber) {}

    static FieldResponse from(CrmField field) {
        List<String> values = field.pickListValues();
        return new FieldResponse(
                field.id().toString(),
                field.apiName(),
                field.label(),
                field.label(),
                field.type().zohoName(),
                field.type().jsonType(),
                field.readOnly(),
                field.readOnly(),
                field.custom(),
                true,
                IntStream.range(0, values.size())
                        .mapToObj(i -> new PickListValue(values.get(i), values.get(i), values.get(i), i + 1))
                        .toList());
    }
}
