package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.ConfigurationFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.application.configuration.DeleteConfiguration.Command;
import dev.lockkeeper.application.configuration.DeleteConfiguration.Deleted;
import dev.lockkeeper.application.configuration.DeleteConfiguration.SystemDefined;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.LockEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteConfigurationTest {

    private final ConfigurationFixture given = new ConfigurationFixture();

    @Test
    void endsTheModulesLocksNowAndSaysWhoDidIt() {
        LockingConfiguration configuration = given.steps.configured(given.steps.rule("Won", false));
        given.steps.lockedByHand(7);

        assertThat(delete(given.id())).isEqualTo(new Deleted(configuration.id(), null));

        assertThat(given.store.configurations().find(given.module.id())).isEmpty();
        LockEvent last = given.steps.history(7).getLast();
        assertThat(last.kind()).isEqualTo(LockEvent.Kind.UNLOCKED);
        assertThat(last.cause()).isEqualTo(LockEvent.Cause.CONFIGURATION_DELETED);
        assertThat(last.by()).isEqualTo(given.caller.ref());
        assertThat(last.at()).isEqualTo(NOW);
    }

    @Test
    void leavesManyLocksToAJob() {
        given.steps.configured(given.steps.rule("Won", false));
        for (long record = 1; record <= Configurations.LOCKS_ENDED_AT_ONCE + 1; record++) {
            given.steps.lockedByHand(record);
        }

        Deleted deleted = (Deleted) delete(given.id());

        assertThat(given.kindOf(deleted.job())).isEqualTo(JobKind.END_LOCKS);
    }

    @Test
    void takesTheSameIdTwiceForOne() {
        given.created(Draft.of("manual"));

        assertThat(delete(given.id(), given.id())).isInstanceOf(Deleted.class);
    }

    @Test
    void deletesNothingUnlessEveryIdIsTheModules() {
        given.created(Draft.of("manual"));

        assertThat(delete(given.id(), "4711")).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
        assertThat(delete("4711", given.id())).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
        assertThat(given.store.configurations().find(given.module.id())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "0", "abc", ""})
    void findsNothingUnderAnIdThatIsNotTheModules(String id) {
        assertThat(delete(id)).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }

    @Test
    void findsNothingWhereOthersDeletedItMeanwhile() {
        given.created(Draft.of("manual"));
        Runnable deletion = () -> assertThat(delete(given.id())).isInstanceOf(Deleted.class);

        assertThat(delete(new InterruptedConfigurations(given.store.configurations(), deletion), given.id()))
                .isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }

    @Test
    void isRefusedOfWhatTheSystemDefines() {
        given.store.configurations().add(given.module.id(), LockingPolicy.manual(), true);

        assertThat(delete(given.id())).isEqualTo(new SystemDefined());
        assertThat(given.store.configurations().find(given.module.id())).isPresent();
    }

    @Test
    void needsToBeToldWhatToDelete() {
        List<String> none = List.of();

        assertThatIllegalArgumentException().isThrownBy(() -> new Command(given.module.apiName(), none, given.caller));
    }

    private DeleteConfiguration.Outcome delete(String... ids) {
        return delete(given.store.configurations(), ids);
    }

    private DeleteConfiguration.Outcome delete(Configurations configurations, String... ids) {
        return new DeleteConfiguration(given.targets, configurations, given.clock)
                .execute(new Command(given.module.apiName(), List.of(ids), given.caller));
    }
}
