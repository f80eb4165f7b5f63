package dev.lockkeeper.adapter.rest.document;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every call for a decision can be refused for, beside what its methods say; these go first. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@ApiResponse(responseCode = "400", ref = "#/components/responses/AccessBadRequest")
@ApiResponse(responseCode = "401", ref = "#/components/responses/AccessUnauthorized")
@ApiResponse(responseCode = "403", ref = "#/components/responses/AccessForbidden")
@ApiResponse(responseCode = "413", ref = "#/components/responses/AccessTooLarge")
@ApiResponse(responseCode = "429", ref = "#/components/responses/AccessTooManyRequests")
@ApiResponse(responseCode = "500", ref = "#/components/responses/AccessInternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/AccessUnavailable")
@SecurityRequirement(name = "zohoOauthToken")
@SecurityRequirement(name = "bearer")
public @interface AccessAnswers {}
