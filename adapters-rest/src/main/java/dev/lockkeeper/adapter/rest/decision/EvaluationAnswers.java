package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.error.ErrorMessage;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.application.decision.Decide;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;

/** What the calls for one evaluation and for many have in common. */
@Singleton
final class EvaluationAnswers {

    private final Decide decide;
    private final DecisionMetrics metrics;

    EvaluationAnswers(Decide decide, DecisionMetrics metrics) {
        this.decide = decide;
        this.metrics = metrics;
    }

    /** Whether the body is said to be JSON, as it has to be (AuthZEN, section "HTTPS JSON Binding"). */
    static boolean isJson(HttpRequest<?> request) {
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        String essence = parameters < 0 ? type : type.substring(0, parameters);
        return essence.strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    static HttpResponse<?> notJson() {
        return malformed("Content-Type: application/json");
    }

    static HttpResponse<?> malformed(String message) {
        return ErrorMessage.answer(HttpStatus.BAD_REQUEST, message);
    }

    static HttpResponse<?> json(Object body) {
        return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** Decides one evaluation on a thread that may wait for it. */
    HttpResponse<?> decide(HttpRequest<?> request, Decide.Query query) {
        return switch (decide.execute(query)) {
            case Decide.Decided decided -> decided(query, decided);
            case Decide.NotKnown() -> notKnown(request);
        };
    }

    HttpResponse<?> decided(Decide.Query query, Decide.Decided decided) {
        metrics.count(decided);
        return json(EvaluationResponse.from(decided, query.question().record()));
    }

    HttpResponse<?> notKnown(HttpRequest<?> request) {
        metrics.countNotKnown();
        return Refusal.NOT_KNOWN.answer(request);
    }
}
