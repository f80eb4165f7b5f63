package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.application.decision.DecideAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many evaluations: {@code {"evaluations":[…],"options"}}, with the members of {@link EvaluationRequest} as defaults
 * (AuthZEN, section "Access Evaluations Request"). Without evaluations the defaults are the one that is meant.
 */
final class EvaluationsRequest {

    private static final Map<String, DecideAll.Semantic> SEMANTICS = Map.of(
            "execute_all", DecideAll.Semantic.EXECUTE_ALL,
            "deny_on_first_deny", DecideAll.Semantic.DENY_ON_FIRST_DENY,
            "permit_on_first_permit", DecideAll.Semantic.PERMIT_ON_FIRST_PERMIT);

    private EvaluationsRequest() {}

    /** What is asked for. */
    sealed interface Wanted {}

    record One(Decide.Query query) implements Wanted {}

    record Many(List<DecideAll.Item> items, DecideAll.Semantic semantic) implements Wanted {}

    static Sent<Wanted> read(byte[] body) {
        if (!(JsonDocument.readLong(body).orElse(null) instanceof Map<?, ?> object)) {
            return Sent.notAnObject();
        }
        EvaluationRequest defaults = EvaluationRequest.read(object, EvaluationRequest.NOTHING);
        return switch (object.get("evaluations")) {
            case null -> one(defaults);
            case List<?> none when none.isEmpty() -> one(defaults);
            case List<?> evaluations
            when evaluations.size() <= DecideAll.MAX_ITEMS -> many(object, evaluations, defaults);
            default -> new Sent.Malformed<>("evaluations: an array of at most " + DecideAll.MAX_ITEMS + " objects");
        };
    }

    private static Sent<Wanted> one(EvaluationRequest evaluation) {
        return switch (evaluation.query()) {
            case Sent.Read<Decide.Query>(Decide.Query query) -> new Sent.Read<>(new One(query));
            case Sent.Malformed<Decide.Query>(String message) -> new Sent.Malformed<>(message);
        };
    }

    private static Sent<Wanted> many(Map<?, ?> object, List<?> evaluations, EvaluationRequest defaults) {
        Optional<String> fault = defaults.faultOf(object);
        if (fault.isPresent()) {
            return new Sent.Malformed<>(fault.get());
        }
        return switch (semantic(object)) {
            case Sent.Malformed<DecideAll.Semantic>(String message) -> new Sent.Malformed<>(message);
            case Sent.Read<DecideAll.Semantic>(DecideAll.Semantic semantic) -> {
                List<DecideAll.Item> items = new ArrayList<>(evaluations.size());
                for (Object evaluation : evaluations) {
                    items.add(item(evaluation, defaults));
                }
                yield new Sent.Read<>(new Many(items, semantic));
            }
        };
    }

    private static DecideAll.Item item(Object evaluation, EvaluationRequest defaults) {
        if (!(evaluation instanceof Map<?, ?> object)) {
            return new DecideAll.Malformed("an evaluation is an object");
        }
        return switch (EvaluationRequest.read(object, defaults).query()) {
            case Sent.Read<Decide.Query>(Decide.Query query) -> new DecideAll.Asked(query);
            case Sent.Malformed<Decide.Query>(String message) -> new DecideAll.Malformed(message);
        };
    }

    private static Sent<DecideAll.Semantic> semantic(Map<?, ?> object) {
        return switch (object.get("options")) {
            case null -> new Sent.Read<>(DecideAll.Semantic.EXECUTE_ALL);
            case Map<?, ?> options -> semanticOf(options);
            default -> new Sent.Malformed<>("options: an object");
        };
    }

    private static Sent<DecideAll.Semantic> semanticOf(Map<?, ?> options) {
        return switch (options.get("evaluations_semantic")) {
            case null -> new Sent.Read<>(DecideAll.Semantic.EXECUTE_ALL);
            case String word when SEMANTICS.containsKey(word) -> new Sent.Read<>(SEMANTICS.get(word));
            default ->
                new Sent.Malformed<>(
                        "options.evaluations_semantic: execute_all, deny_on_first_deny or permit_on_first_permit");
        };
    }
}
