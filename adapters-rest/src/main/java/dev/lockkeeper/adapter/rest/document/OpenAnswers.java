package dev.lockkeeper.adapter.rest.document;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What calls can be refused for that need no token; one that is sent all the same is looked up. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@ApiResponse(responseCode = "400", ref = "#/components/responses/ZohoMalformed")
@ApiResponse(responseCode = "404", ref = "#/components/responses/ZohoNotFound")
@ApiResponse(responseCode = "429", ref = "#/components/responses/ZohoTooManyRequests")
@ApiResponse(responseCode = "500", ref = "#/components/responses/ZohoInternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/ZohoUnavailable")
public @interface OpenAnswers {}
