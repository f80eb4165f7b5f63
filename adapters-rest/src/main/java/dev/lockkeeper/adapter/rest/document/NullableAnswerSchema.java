package dev.lockkeeper.adapter.rest.document;

import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An {@link AnswerSchema} of a record that stands in answers only where it may be null. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@OpenAPIExtraSchema
@Schema(nullable = true, additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public @interface NullableAnswerSchema {}
