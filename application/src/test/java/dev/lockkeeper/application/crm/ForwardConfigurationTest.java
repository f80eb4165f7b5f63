package dev.lockkeeper.application.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.crm.ForwardConfiguration.Call;
import dev.lockkeeper.application.crm.ForwardConfiguration.Outcome;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.mirror.MirroredModule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForwardConfigurationTest {

    private static final Map<String, @Nullable Object> MANUAL =
            Map.of("record_locking_configurations", List.of(Map.of("lock_type", "manual")));

    private final CrmFixture given = new CrmFixture();
    private final ModuleConfigurations configurations =
            new ModuleConfigurations(given.crm, given.mirroredModules, given.clock);
    private final ForwardConfiguration forward =
            new ForwardConfiguration(given.crm, given.modules, given.mirroredModules, configurations, given.clock);

    private Outcome execute(String module, Call call) {
        return execute(module, call, given.owner);
    }

    private Outcome execute(String module, Call call, User caller) {
        given.clock.pass(Duration.ofMillis(10));
        return forward.execute(new ForwardConfiguration.Command(module, call, caller));
    }

    private MirroredModule known(String module) {
        return given.mirroredModules
                .find(given.modules.find(module).orElseThrow().id())
                .orElseThrow();
    }

    @Test
    void showsWhatTheCrmHasAndKeepsIt() {
        ForwardConfiguration.Shown shown =
                (ForwardConfiguration.Shown) execute("deals", new ForwardConfiguration.Show(null));

        assertThat(shown.age()).isZero();
        assertThat(Objects.requireNonNull(shown.configuration()).lockType()).isEqualTo(LockType.BOTH);
        assertThat(known("Deals").configuration()).isEqualTo(shown.configuration());
        String id = shown.configuration().id().toString();
        assertThat(execute("Deals", new ForwardConfiguration.Show(id))).isEqualTo(shown);
        assertThat(execute("Deals", new ForwardConfiguration.Show("7")))
                .isEqualTo(new ForwardConfiguration.NoSuchConfiguration());
    }

    @Test
    void showsWhatItKeepsAndHowOldThatIsWhileTheCrmIsAway() {
        execute("Deals", new ForwardConfiguration.Show(null));
        given.crm.away(true);
        given.clock.pass(Duration.ofMinutes(5));

        ForwardConfiguration.Shown shown =
                (ForwardConfiguration.Shown) execute("Deals", new ForwardConfiguration.Show(null));

        assertThat(shown.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(shown.configuration()).isNotNull();
        assertThat(execute("Leads", new ForwardConfiguration.Show(null))).isInstanceOf(ForwardConfiguration.Away.class);
    }

    @Test
    void changesThroughTheCrmAndKnowsTheChangeAtOnce() {
        given.crm.addModule("Leads");
        assertThat(execute("Leads", new ForwardConfiguration.Create(MANUAL)))
                .isInstanceOfSatisfying(
                        ForwardConfiguration.Done.class,
                        done -> assertThat(done.answer().status()).isEqualTo(201));
        assertThat(Objects.requireNonNull(known("Leads").configuration()).lockType())
                .isEqualTo(LockType.MANUAL);
        String id = Objects.requireNonNull(known("Leads").configuration()).id().toString();

        assertThat(execute("Leads", new ForwardConfiguration.Change(id, MANUAL)))
                .isInstanceOf(ForwardConfiguration.Done.class);
        assertThat(execute("Leads", new ForwardConfiguration.Delete(id))).isInstanceOf(ForwardConfiguration.Done.class);
        assertThat(known("Leads").configuration()).isNull();
    }

    @Test
    void passesTheCrmsRefusalOn() {
        assertThat(execute("Deals", new ForwardConfiguration.Create(MANUAL)))
                .isInstanceOf(ForwardConfiguration.RefusedThere.class);
        assertThat(execute("Deals", new ForwardConfiguration.Change(null, MANUAL)))
                .isInstanceOfAny(ForwardConfiguration.RefusedThere.class, ForwardConfiguration.Done.class);
        assertThat(execute("Deals", new ForwardConfiguration.Delete("7")))
                .isInstanceOf(ForwardConfiguration.RefusedThere.class);
        assertThat(execute("Cases", new ForwardConfiguration.Show(null)))
                .isInstanceOf(ForwardConfiguration.RefusedThere.class);
    }

    @Test
    void willReadAgainWhatItDoesNotKnowTheOutcomeOf() {
        execute("Deals", new ForwardConfiguration.Show(null));
        String id = Objects.requireNonNull(known("Deals").configuration()).id().toString();

        given.crm.next(Trouble.LOST_AFTER);
        assertThat(execute("Deals", new ForwardConfiguration.Delete(id))).isEqualTo(new ForwardConfiguration.Pending());
        assertThat(known("Deals").stale()).isTrue();
        given.crm.next(Trouble.AWAY);
        assertThat(execute("Deals", new ForwardConfiguration.Delete(id))).isInstanceOf(ForwardConfiguration.Away.class);

        given.clock.pass(Duration.ofMillis(1));
        ReadConfigurations read = new ReadConfigurations(
                given.crm, given.modules, given.mirroredModules, configurations, Duration.ofHours(1), given.clock);
        assertThat(read.execute().read()).isPositive();
        assertThat(known("Deals").configuration()).isNull();
        given.crm.away(true);
        given.clock.pass(Duration.ofHours(2));
        assertThat(read.execute().read()).isZero();
    }

    @Test
    void refusesWhatNeedsNoAsking() {
        int before = given.crm.calls().size();

        assertThat(execute("Dragons", new ForwardConfiguration.Show(null)))
                .isEqualTo(new ForwardConfiguration.UnknownModule());
        assertThat(execute("Calls", new ForwardConfiguration.Create(MANUAL)))
                .isEqualTo(new ForwardConfiguration.NotSupported());
        assertThat(execute("Calls", new ForwardConfiguration.Change(null, MANUAL)))
                .isEqualTo(new ForwardConfiguration.NotSupported());
        assertThat(execute("Deals", new ForwardConfiguration.Show(null), given.colleague))
                .isEqualTo(new ForwardConfiguration.NotPermitted());
        assertThat(execute("Deals", new ForwardConfiguration.Delete("x")))
                .isEqualTo(new ForwardConfiguration.NoSuchConfiguration());
        assertThat(execute("Deals", new ForwardConfiguration.Change("x", MANUAL)))
                .isEqualTo(new ForwardConfiguration.NoSuchConfiguration());
        assertThat(given.callsSince(before)).isZero();
    }
}
