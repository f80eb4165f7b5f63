package dev.lockkeeper.adapter.rest.decision;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.decision.EvaluationsRequest.Wanted;
import dev.lockkeeper.adapter.rest.document.AccessAnswers;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.application.decision.DecideAll;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;

/** AuthZEN's Access Evaluations API: up to {@value DecideAll#MAX_ITEMS} evaluations a call. */
@AccessAnswers
@Tag(name = "Decisions")
@Controller("/access/v1/evaluations")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EvaluationsController {

    private static final String SCOPE = "lockkeeper.decisions";
    private static final byte[] NO_BODY = {};

    private final DecideAll decideAll;
    private final EvaluationAnswers answers;
    private final DecisionMetrics metrics;

    EvaluationsController(DecideAll decideAll, EvaluationAnswers answers, DecisionMetrics metrics) {
        this.decideAll = decideAll;
        this.answers = answers;
        this.metrics = metrics;
    }

    @Post
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "evaluateMany",
            summary = "Whether somebody may do each of up to 1000 things now",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/Evaluations")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Evaluations")
    HttpResponse<?> evaluate(HttpRequest<byte[]> request) {
        long began = System.nanoTime();
        if (!EvaluationAnswers.isJson(request)) {
            return EvaluationAnswers.notJson();
        }
        HttpResponse<?> answer = switch (EvaluationsRequest.read(
                request.getBody().orElse(NO_BODY))) {
            case Sent.Malformed<Wanted>(String message) -> EvaluationAnswers.malformed(message);
            case Sent.Read<Wanted>(EvaluationsRequest.One(Decide.Query query)) -> answers.decide(request, query);
            case Sent.Read<Wanted>(EvaluationsRequest.Many many) -> EvaluationAnswers.json(decide(many));
        };
        metrics.take(DecisionMetrics.Call.EVALUATIONS, began);
        return answer;
    }

    private EvaluationsResponse decide(EvaluationsRequest.Many many) {
        List<DecideAll.Answer> found = decideAll.execute(many.items(), many.semantic());
        List<EvaluationResponse> evaluations = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            evaluations.add(evaluation(many.items().get(i), found.get(i)));
        }
        return new EvaluationsResponse(evaluations);
    }

    private EvaluationResponse evaluation(DecideAll.Item item, DecideAll.Answer answer) {
        return switch (item) {
            case DecideAll.Malformed(String message) -> EvaluationResponse.malformed(message);
            case DecideAll.Asked(Decide.Query query) ->
                switch (answer) {
                    case DecideAll.Answered(Decide.Decided decided) -> {
                        metrics.count(decided);
                        yield EvaluationResponse.from(decided, query.question().record());
                    }
                    case DecideAll.Answered(Decide.NotKnown()) -> {
                        metrics.countNotKnown();
                        yield EvaluationResponse.notKnown();
                    }
                    case DecideAll.Refused(String message) -> EvaluationResponse.malformed(message);
                };
        };
    }
}
