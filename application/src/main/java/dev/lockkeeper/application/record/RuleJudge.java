package dev.lockkeeper.application.record;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.criteria.ComparedField;
import dev.lockkeeper.domain.criteria.FieldValues;
import dev.lockkeeper.domain.criteria.Occasion;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.RuleVerdict;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.JudgedRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges records of one module by the rules of its configuration as they are at one moment. */
public final class RuleJudge {

    private final @Nullable LockingConfiguration configuration;
    private final Settings settings;
    private final Set<ComparedField> fields = new HashSet<>();

    /**
     * What the operator decides about rules.
     *
     * @param zone where a day begins: {@code lockkeeper.time-zone}
     * @param releases whether a rule lets go of records that it matches no longer: {@code lockkeeper.release-unmatched}
     */
    public record Settings(ZoneId zone, boolean releases) {}

    /** @param configuration null when the module has none, and so no rule */
    public RuleJudge(@Nullable LockingConfiguration configuration, Settings settings) {
        this.configuration = configuration;
        this.settings = settings;
        if (configuration != null) {
            configuration
                    .policy()
                    .rulesInForce()
                    .forEach(rule -> fields.addAll(rule.criteria().fields()));
        }
    }

    /** Which rules these are; null when there are none. */
    public @Nullable RulesVersion rules() {
        return configuration == null ? null : configuration.rulesVersion();
    }

    /**
     * The rules that match a record, in order.
     *
     * @param currentUser who reports it
     */
    public List<LockingRule> matching(CrmRecord record, @Nullable UserId currentUser, Instant now) {
        if (configuration == null || fields.isEmpty()) {
            return List.of();
        }
        FieldValues values = FieldValues.of(fields, record.comparable(), settings.zone());
        return configuration.policy().rulesMatching(values, Occasion.at(now, settings.zone(), currentUser));
    }

    /** A record with the verdict of these rules. */
    JudgedRecord judged(CrmRecord record, @Nullable UserId currentUser, Instant now) {
        return new JudgedRecord(record, verdict(matching(record, currentUser, now)));
    }

    /**
     * The verdict that follows from the rules that match. Without a configuration none lets go: what the last one left
     * behind ends for that reason, and not for a rule.
     */
    public RuleVerdict verdict(List<LockingRule> matching) {
        return new RuleVerdict(
                matching.stream().map(LockingRule::id).toList(), configuration != null && settings.releases());
    }
}
