package dev.lockkeeper.adapter.rest.decision;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Decisions in the order of their questions; none of those after the one at which the caller wanted to stop. */
@Serdeable
record EvaluationsResponse(List<EvaluationResponse> evaluations) {}
