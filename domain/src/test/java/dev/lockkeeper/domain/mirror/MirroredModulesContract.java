package dev.lockkeeper.domain.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MirroredModules} does. The store may know other modules. */
public interface MirroredModulesContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");

    AtomicLong IDS = new AtomicLong(System.nanoTime());

    MirroredModules modules();

    private static ModuleId newModule() {
        return new ModuleId(IDS.incrementAndGet());
    }

    private static CrmConfiguration configuration(LockType lockType) {
        Map<RuleId, String> rules = new LinkedHashMap<>();
        rules.put(new RuleId(9), "Won");
        rules.put(new RuleId(3), "Łost \u0000");
        Map<String, @Nullable Object> element = new LinkedHashMap<>();
        element.put("id", "4150868000000517001");
        element.put("feature_type", null);
        element.put("count", BigInteger.TEN);
        element.put("locking_rules", List.of(Map.of("name", "Won", "lock_existing_records", false)));
        return new CrmConfiguration(new ConfigurationId(IDS.incrementAndGet()), lockType, rules, element);
    }

    @Test
    default void knowsNothingAtFirst() {
        ModuleId module = newModule();
        modules().markStale(module, NOON);
        modules().swept(module, NOON);

        assertThat(modules().find(module)).isEmpty();
        assertThat(modules().list()).extracting(MirroredModule::module).doesNotContain(module);
    }

    @Test
    default void keepsEveryConfigurationAsItWasFound() {
        for (LockType lockType : LockType.values()) {
            ModuleId module = newModule();
            CrmConfiguration found = configuration(lockType);

            modules().keep(module, found, NOON);

            MirroredModule kept = modules().find(module).orElseThrow();
            assertThat(kept).isEqualTo(new MirroredModule(module, found, NOON, false, null));
            assertThat(Objects.requireNonNull(kept.configuration()).ruleNames().keySet())
                    .containsExactly(new RuleId(9), new RuleId(3));
        }
    }

    @Test
    default void keepsThatAModuleHasNoConfiguration() {
        ModuleId module = newModule();
        modules().keep(module, configuration(LockType.BOTH), NOON);

        modules().keep(module, null, NOON.plusSeconds(1));

        assertThat(modules().find(module)).contains(new MirroredModule(module, null, NOON.plusSeconds(1), false, null));
    }

    @Test
    default void passesOverWhatWasReadBefore() {
        ModuleId module = newModule();
        CrmConfiguration found = configuration(LockType.MANUAL);
        modules().keep(module, found, NOON);

        modules().keep(module, null, NOON.minusMillis(1));

        assertThat(modules().find(module)).contains(new MirroredModule(module, found, NOON, false, null));
    }

    @Test
    default void staysStaleUntilItIsReadAfterTheMark() {
        ModuleId module = newModule();
        modules().keep(module, null, NOON);
        assertThat(isStale(module)).isFalse();
        modules().markStale(module, NOON.minusSeconds(1));
        assertThat(isStale(module)).isFalse();

        modules().markStale(module, NOON.plusSeconds(10));
        assertThat(isStale(module)).isTrue();
        modules().markStale(module, NOON.plusSeconds(5));
        modules().keep(module, null, NOON.plusSeconds(7));
        assertThat(isStale(module)).isTrue();

        modules().keep(module, null, NOON.plusSeconds(11));
        assertThat(isStale(module)).isFalse();
    }

    private boolean isStale(ModuleId module) {
        return modules().find(module).orElseThrow().stale();
    }

    @Test
    default void letsNoTimeOfASweepGoBack() {
        ModuleId module = newModule();
        modules().keep(module, null, NOON);

        modules().swept(module, NOON.plusSeconds(5));
        modules().swept(module, NOON.plusSeconds(2));
        modules().keep(module, null, NOON.plusSeconds(9));

        assertThat(modules().find(module).orElseThrow().sweptAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    default void listsAllByAscendingId() {
        ModuleId first = newModule();
        ModuleId second = newModule();
        modules().keep(second, null, NOON);
        modules().keep(first, null, NOON);

        List<MirroredModule> all = modules().list();

        assertThat(all).extracting(MirroredModule::module).containsSubsequence(first, second);
        assertThat(all)
                .isSortedAccordingTo((one, other) ->
                        Long.compare(one.module().value(), other.module().value()));
    }
}
