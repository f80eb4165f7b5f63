package dev.lockkeeper.adapter.rest.document;

import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record whose JSON the document has under the record's name: an object with these keys and no others. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@OpenAPIExtraSchema
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public @interface AnswerSchema {}
