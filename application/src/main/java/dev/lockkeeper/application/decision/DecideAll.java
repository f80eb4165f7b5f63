package dev.lockkeeper.application.decision;

import java.util.ArrayList;
import java.util.List;

/** Decides several questions in their order: AuthZEN's evaluations. */
public final class DecideAll {

    /** A call asks for no more than this. */
    public static final int MAX_ITEMS = 1000;

    private final FactFinder facts;

    public DecideAll(FactFinder facts) {
        this.facts = facts;
    }

    /** When to stop (OpenID AuthZEN Authorization API 1.0, section "Evaluations semantics"). */
    public enum Semantic {
        EXECUTE_ALL,
        DENY_ON_FIRST_DENY,
        PERMIT_ON_FIRST_PERMIT
    }

    /** One of the questions. */
    public sealed interface Item {}

    /** A question that can be decided. */
    public record Asked(Decide.Query query) implements Item {}

    /** A question that cannot, which counts as a denial. */
    public record Malformed(String detail) implements Item {}

    /** What became of one: none of those that came after the one at which to stop. */
    public sealed interface Answer {}

    public record Answered(Decide.Outcome outcome) implements Answer {}

    public record Refused(String detail) implements Answer {}

    /**
     * The answers, in the order of the items.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_ITEMS} items
     */
    public List<Answer> execute(List<Item> items, Semantic semantic) {
        if (items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("More than " + MAX_ITEMS + " items");
        }
        FactFinder.Search search = facts.search();
        List<Answer> answers = new ArrayList<>(items.size());
        for (Item item : items) {
            Answer answer = answer(item, search);
            answers.add(answer);
            if (isLast(answer, semantic)) {
                break;
            }
        }
        return answers;
    }

    private static Answer answer(Item item, FactFinder.Search search) {
        return switch (item) {
            case Asked(Decide.Query query) -> new Answered(Decide.execute(query, search));
            case Malformed(String detail) -> new Refused(detail);
        };
    }

    private static boolean isLast(Answer answer, Semantic semantic) {
        return switch (semantic) {
            case EXECUTE_ALL -> false;
            case DENY_ON_FIRST_DENY -> !isPermitted(answer);
            case PERMIT_ON_FIRST_PERMIT -> isPermitted(answer);
        };
    }

    private static boolean isPermitted(Answer answer) {
        return answer instanceof Answered(Decide.Decided decided)
                && decided.decision().permitted();
    }
}
