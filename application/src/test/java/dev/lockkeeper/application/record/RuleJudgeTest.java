package dev.lockkeeper.application.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RuleVerdict;
import dev.lockkeeper.domain.record.CrmRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleJudgeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-03-04T22:59:59Z");
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-03-04T23:00:00Z");

    private final InMemoryRulesStore store = new InMemoryRulesStore();
    private final CrmModule deals = store.modules().find("Deals").orElseThrow();

    @ParameterizedTest
    @CsvSource({"2026-03-04, true, false", "2026-03-05, false, true", "2026-03-06, false, false"})
    void takesForTodayTheDayOfItsZone(String closingDate, boolean before, boolean after) {
        RuleJudge judge = judge(Policies.withRules(LockType.AUTOMATIC, rule(1, "Closing_Date", "${TODAY}")));
        CrmRecord deal = deal(Map.of("Closing_Date", closingDate));

        assertThat(judge.matching(deal, null, BEFORE_MIDNIGHT)).hasSize(before ? 1 : 0);
        assertThat(judge.matching(deal, null, AFTER_MIDNIGHT)).hasSize(after ? 1 : 0);
    }

    @Test
    void comparesDatesAndTimesWithTheDayOfItsZone() {
        RuleJudge judge = judge(Policies.withRules(LockType.AUTOMATIC, rule(1, "Created_Time", "2026-03-05")));

        assertThat(judge.matching(deal(Map.of("Created_Time", "2026-03-04T23:00:00Z")), null, AFTER_MIDNIGHT))
                .hasSize(1);
        assertThat(judge.matching(deal(Map.of("Created_Time", "2026-03-05T23:00:00Z")), null, AFTER_MIDNIGHT))
                .isEmpty();
    }

    @Test
    void knowsNoCurrentUserWhereNobodyReported() {
        RuleJudge judge = judge(Policies.withRules(LockType.AUTOMATIC, rule(1, "Owner", "${CURRENTUSER}")));

        assertThat(judge.matching(deal(Map.of("Owner", "58001")), null, AFTER_MIDNIGHT))
                .isEmpty();
        assertThat(judge.matching(
                        deal(Map.of("Owner", store.user().id().toString())),
                        store.user().id(),
                        AFTER_MIDNIGHT))
                .isEmpty();
    }

    @Test
    void findsAllRulesThatMatchInTheirOrderWhicheverFieldsTheyAskFor() {
        LockingRule name = rule(1, "Deal_Name", "Big");
        LockingRule other = rule(2, "Deal_Name", "Small");
        LockingRule stage = rule(3, "Stage", "Closed Won");
        RuleJudge judge = judge(Policies.withRules(LockType.BOTH, stage, other, name));

        List<LockingRule> matching =
                judge.matching(deal(Map.of("Deal_Name", "big", "Stage", "Closed Won")), null, AFTER_MIDNIGHT);

        assertThat(matching).containsExactly(stage, name);
        assertThat(judge.verdict(matching)).isEqualTo(new RuleVerdict(List.of(stage.id(), name.id()), true));
    }

    @Test
    void matchesNothingWithoutRulesInForce() {
        CrmRecord deal = deal(Map.of("Deal_Name", "Big"));

        assertThat(judge(Policies.withRules(LockType.MANUAL, rule(1, "Deal_Name", "Big")))
                        .matching(deal, null, AFTER_MIDNIGHT))
                .isEmpty();
        assertThat(new RuleJudge(null, new RuleJudge.Settings(BERLIN, true)).matching(deal, null, AFTER_MIDNIGHT))
                .isEmpty();
    }

    @Test
    void saysWhichRulesItJudgesBy() {
        LockingConfiguration configuration = store.configurations().add(deals.id(), LockType.BOTH);
        RuleJudge.Settings settings = new RuleJudge.Settings(BERLIN, false);

        assertThat(new RuleJudge(configuration, settings).rules()).isEqualTo(configuration.rulesVersion());
        assertThat(new RuleJudge(null, settings).rules()).isNull();
    }

    @Test
    void letsRulesReleaseOnlyIfTheOperatorWantsIt() {
        LockingConfiguration configuration = store.configurations().add(deals.id(), LockType.BOTH);

        assertThat(new RuleJudge(configuration, new RuleJudge.Settings(BERLIN, false)).verdict(List.of()))
                .isEqualTo(new RuleVerdict(List.of(), false));
        assertThat(new RuleJudge(configuration, new RuleJudge.Settings(BERLIN, true)).verdict(List.of()))
                .isEqualTo(new RuleVerdict(List.of(), true));
    }

    @Test
    void leavesWhatADeletedConfigurationLeftBehind() {
        assertThat(new RuleJudge(null, new RuleJudge.Settings(BERLIN, true)).verdict(List.of()))
                .isEqualTo(new RuleVerdict(List.of(), false));
    }

    private RuleJudge judge(LockingPolicy policy) {
        return new RuleJudge(
                store.configurations().add(deals.id(), policy, false), new RuleJudge.Settings(BERLIN, true));
    }

    private LockingRule rule(long id, String field, String value) {
        return new LockingRule(new RuleId(id), "rule " + id, false, Policies.read(deals, field, "equal", value));
    }

    private static CrmRecord deal(Map<String, Object> fields) {
        return new CrmRecord(new RecordId(7), "Seven", null, Map.copyOf(fields));
    }
}
