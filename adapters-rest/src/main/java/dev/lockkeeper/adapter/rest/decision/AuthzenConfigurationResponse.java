package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where decisions can be had (AuthZEN, section "Policy Decision Point Metadata"); there is neither search nor a signature. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record AuthzenConfigurationResponse(
        @Schema(type = "string", format = "uri") String policyDecisionPoint,
        @Schema(type = "string", format = "uri") String accessEvaluationEndpoint,
        @Schema(type = "string", format = "uri") String accessEvaluationsEndpoint) {

    /** @param address of this service, without a path */
    static AuthzenConfigurationResponse of(String address) {
        return new AuthzenConfigurationResponse(
                address, address + "/access/v1/evaluation", address + "/access/v1/evaluations");
    }
}
