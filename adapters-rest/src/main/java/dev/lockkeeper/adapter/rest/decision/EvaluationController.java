package dev.lockkeeper.adapter.rest.decision;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.connection.EventLoop;
import dev.lockkeeper.adapter.rest.document.AccessAnswers;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.application.decision.DecideAtOnce;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * AuthZEN's Access Evaluation API. A decision that memory has is made on the event loop, which costs less than to hand it
 * to another thread; whatever may take long is not.
 */
@AccessAnswers
@Tag(name = "Decisions")
@Controller("/access/v1/evaluation")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class EvaluationController {

    private static final String SCOPE = "lockkeeper.decisions";
    private static final byte[] NO_BODY = {};

    private final DecideAtOnce decideAtOnce;
    private final EvaluationAnswers answers;
    private final DecisionMetrics metrics;
    private final ExecutorService blocking;

    EvaluationController(
            DecideAtOnce decideAtOnce,
            EvaluationAnswers answers,
            DecisionMetrics metrics,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.decideAtOnce = decideAtOnce;
        this.answers = answers;
        this.metrics = metrics;
        this.blocking = blocking;
    }

    /** The stage ends with an {@link HttpResponse}, whose type would stand in the API document beside the answer's own. */
    @Post
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "evaluate",
            summary = "Whether somebody may do something to a record now",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/Evaluation")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Evaluation")
    CompletionStage<?> evaluate(HttpRequest<byte[]> request) {
        long began = System.nanoTime();
        if (!EvaluationAnswers.isJson(request)) {
            return CompletableFuture.completedStage(EvaluationAnswers.notJson());
        }
        byte[] body = request.getBody().orElse(NO_BODY);
        CompletionStage<HttpResponse<?>> answer = body.length > EventLoop.LONGEST_BODY
                ? elsewhere(() -> patiently(request, EvaluationRequest.single(body)))
                : atOnce(request, EvaluationRequest.single(body));
        return answer.whenComplete((_, _) -> metrics.take(DecisionMetrics.Call.EVALUATION, began));
    }

    private CompletionStage<HttpResponse<?>> atOnce(HttpRequest<?> request, Sent<Decide.Query> sent) {
        return switch (sent) {
            case Sent.Malformed<Decide.Query>(String message) ->
                CompletableFuture.completedStage(EvaluationAnswers.malformed(message));
            case Sent.Read<Decide.Query>(Decide.Query query) ->
                switch (decideAtOnce.execute(query)) {
                    case DecideAtOnce.Decided(Decide.Decided decided) ->
                        CompletableFuture.completedStage(answers.decided(query, decided));
                    case DecideAtOnce.NotKnown() -> CompletableFuture.completedStage(answers.notKnown(request));
                    case DecideAtOnce.NotYet() -> elsewhere(() -> answers.decide(request, query));
                };
        };
    }

    private HttpResponse<?> patiently(HttpRequest<?> request, Sent<Decide.Query> sent) {
        return switch (sent) {
            case Sent.Malformed<Decide.Query>(String message) -> EvaluationAnswers.malformed(message);
            case Sent.Read<Decide.Query>(Decide.Query query) -> answers.decide(request, query);
        };
    }

    private CompletionStage<HttpResponse<?>> elsewhere(Supplier<HttpResponse<?>> answer) {
        PropagatedContext context = PropagatedContext.getOrEmpty();
        return CompletableFuture.supplyAsync(() -> context.propagate(answer), blocking);
    }
}
