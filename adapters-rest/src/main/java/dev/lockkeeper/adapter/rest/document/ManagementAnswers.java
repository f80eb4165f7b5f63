package dev.lockkeeper.adapter.rest.document;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every call of the management API can be refused for, beside what its methods say; these go first. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@ApiResponse(responseCode = "400", ref = "#/components/responses/ProblemBadRequest")
@ApiResponse(responseCode = "401", ref = "#/components/responses/ProblemUnauthorized")
@ApiResponse(responseCode = "403", ref = "#/components/responses/ProblemForbidden")
@ApiResponse(responseCode = "413", ref = "#/components/responses/ProblemTooLarge")
@ApiResponse(responseCode = "429", ref = "#/components/responses/ProblemTooManyRequests")
@ApiResponse(responseCode = "500", ref = "#/components/responses/ProblemInternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/ProblemUnavailable")
@SecurityRequirement(name = "zohoOauthToken")
@SecurityRequirement(name = "bearer")
public @interface ManagementAnswers {}
