package dev.lockkeeper.adapter.rest.document;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every call of Zoho's surface can be refused for, beside what its methods say; these go first. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@ApiResponse(responseCode = "400", ref = "#/components/responses/ZohoMalformed")
@ApiResponse(responseCode = "401", ref = "#/components/responses/ZohoUnauthorized")
@ApiResponse(responseCode = "404", ref = "#/components/responses/ZohoNotFound")
@ApiResponse(responseCode = "429", ref = "#/components/responses/ZohoTooManyRequests")
@ApiResponse(responseCode = "500", ref = "#/components/responses/ZohoInternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/ZohoUnavailable")
@SecurityRequirement(name = "zohoOauthToken")
@SecurityRequirement(name = "bearer")
public @interface ZohoAnswers {}
