package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.decision.ResourceRequest.Resource;
import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.lock.Revision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One evaluation: {@code {"subject","action","resource","context"}} (AuthZEN, section "Access Evaluation Request").
 *
 * @param subject malformed when none was sent, as are action and resource
 */
record EvaluationRequest(Sent<Subject> subject, Sent<Action> action, Sent<Resource> resource, Sent<Revision> context) {

    /** An evaluation of which nothing was sent. */
    static final EvaluationRequest NOTHING = new EvaluationRequest(
            notAnObject(SubjectRequest.NAME),
            notAnObject(ActionRequest.NAME),
            notAnObject(ResourceRequest.NAME),
            new Sent.Read<>(Revision.NONE));

    /**
     * The body of a call for one evaluation.
     *
     * @throws dev.lockkeeper.adapter.rest.json.BodyTooLong beyond {@link JsonDocument#MAX_BYTES}
     */
    static Sent<Decide.Query> single(byte[] body) {
        return JsonDocument.read(body).orElse(null) instanceof Map<?, ?> evaluation
                ? read(evaluation, NOTHING).query()
                : Sent.notAnObject();
    }

    /** What an object has of an evaluation, and as a whole what a member lacks, of the defaults. */
    static EvaluationRequest read(Map<?, ?> evaluation, EvaluationRequest defaults) {
        return new EvaluationRequest(
                part(evaluation, SubjectRequest.NAME, SubjectRequest::read, defaults.subject),
                part(evaluation, ActionRequest.NAME, ActionRequest::read, defaults.action),
                part(evaluation, ResourceRequest.NAME, ResourceRequest::read, defaults.resource),
                part(evaluation, ContextRequest.NAME, ContextRequest::read, defaults.context));
    }

    private static <T> Sent<T> part(
            Map<?, ?> evaluation, String name, Function<Map<?, ?>, Sent<T>> reader, Sent<T> otherwise) {
        return switch (evaluation.get(name)) {
            case null -> otherwise;
            case Map<?, ?> object -> reader.apply(object);
            default -> notAnObject(name);
        };
    }

    private static <T> Sent<T> notAnObject(String name) {
        return new Sent.Malformed<>(name + ": an object");
    }

    /** What to decide, or the first thing that is wrong with the evaluation. */
    Sent<Decide.Query> query() {
        if (subject instanceof Sent.Read<Subject>(Subject who)
                && action instanceof Sent.Read<Action>(Action what)
                && resource instanceof Sent.Read<Resource>(Resource which)
                && context instanceof Sent.Read<Revision>(Revision atLeast)) {
            return new Sent.Read<>(new Decide.Query(new Question(who, which.module(), which.record()), what, atLeast));
        }
        return new Sent.Malformed<>(firstFault(_ -> true).orElseThrow());
    }

    /** What is wrong with those members that the object has from which this was read. */
    Optional<String> faultOf(Map<?, ?> evaluation) {
        return firstFault(name -> evaluation.get(name) != null);
    }

    private Optional<String> firstFault(Predicate<String> counts) {
        Map<String, Sent<?>> parts = new LinkedHashMap<>();
        parts.put(SubjectRequest.NAME, subject);
        parts.put(ActionRequest.NAME, action);
        parts.put(ResourceRequest.NAME, resource);
        parts.put(ContextRequest.NAME, context);
        for (Map.Entry<String, Sent<?>> part : parts.entrySet()) {
            if (counts.test(part.getKey()) && part.getValue() instanceof Sent.Malformed<?>(String message)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }
}
