package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.RuleId;
import java.util.List;
import java.util.Optional;

/**
 * What a module's rules say of a record as it stands (contract, section "What rules do").
 *
 * @param matching the rules that match, in the configuration's order
 * @param releases whether a rule that matches no longer lets the record go: {@code lockkeeper.release-unmatched}
 */
public record RuleVerdict(List<RuleId> matching, boolean releases) {

    public RuleVerdict {
        matching = List.copyOf(matching);
    }

    /** No rule matches, and none may hold the record any longer. */
    public static RuleVerdict end() {
        return new RuleVerdict(List.of(), true);
    }

    /**
     * Who holds the record from now on: nobody, a person, a rule, or both. The person's part stays as it is. A rule that
     * still matches keeps the record; else the first that matches takes it.
     */
    public Optional<LockOrigin> applyTo(Optional<LockOrigin> current) {
        Optional<LockOrigin.ManualHold> person = current.flatMap(LockOrigin::manual);
        Optional<RuleId> rule = ruleAfter(current.flatMap(LockOrigin::heldByRule));
        if (person.isPresent()) {
            LockOrigin.ManualHold hold = person.get();
            return Optional.of(rule.<LockOrigin>map(held -> new LockOrigin.Both(hold, held))
                    .orElseGet(() -> new LockOrigin.Manual(hold)));
        }
        return rule.map(LockOrigin.Automatic::new);
    }

    private Optional<RuleId> ruleAfter(Optional<RuleId> holding) {
        if (holding.filter(matching::contains).isPresent()) {
            return holding;
        }
        if (matching.isEmpty()) {
            return releases ? Optional.empty() : holding;
        }
        return Optional.of(matching.getFirst());
    }
}
