package dev.lockkeeper.adapter.rest.document;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An id of the service or of the CRM, as a parameter or in an answer. */
@Retention(RetentionPolicy.CLASS)
@Schema(type = "string", pattern = "^[1-9][0-9]{0,18}$")
public @interface IdSchema {}
