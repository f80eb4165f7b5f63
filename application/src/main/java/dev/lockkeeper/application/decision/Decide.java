package dev.lockkeeper.application.decision;

import dev.lockkeeper.domain.decision.AccessRules;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Decision;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.lock.Revision;
import java.util.List;

/**
 * Decides whether somebody may do something to a record now. Waits for a while where the answer has to be fresher than
 * what is known; {@link DecideAtOnce} does not.
 */
public final class Decide {

    private final FactFinder facts;

    public Decide(FactFinder facts) {
        this.facts = facts;
    }

    /**
     * Who wants to do what to which record.
     *
     * @param atLeast the answer has to reflect every change up to this revision; {@link Revision#NONE} where the caller
     *     does not mind
     */
    public record Query(Question question, Action action, Revision atLeast) {}

    /** What became of it. */
    public sealed interface Outcome {}

    /** The decision, with what it rests on. */
    public record Decided(Action action, Facts facts, Decision decision, FactFinder.Source source) implements Outcome {}

    /** The state cannot be known just now, or not as fresh as was asked for. */
    public record NotKnown() implements Outcome {}

    public Outcome execute(Query query) {
        return execute(query, facts.search());
    }

    static Outcome execute(Query query, FactFinder.Search search) {
        return search.find(query.question(), query.atLeast())
                .<Outcome>map(found -> decided(query, found.facts(), found.source()))
                .orElseGet(NotKnown::new);
    }

    static Decided decided(Query query, Facts facts, FactFinder.Source source) {
        return new Decided(query.action(), facts, AccessRules.decide(facts, query.action()), source);
    }

    /** What somebody may do of several things, by the same facts. */
    static List<Decided> decided(List<Action> actions, FactFinder.Found found) {
        return actions.stream()
                .map(action ->
                        new Decided(action, found.facts(), AccessRules.decide(found.facts(), action), found.source()))
                .toList();
    }
}
