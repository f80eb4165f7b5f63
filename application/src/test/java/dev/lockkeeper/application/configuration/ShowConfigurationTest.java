package dev.lockkeeper.application.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ShowConfiguration.NotConfigured;
import dev.lockkeeper.application.configuration.ShowConfiguration.Query;
import dev.lockkeeper.application.configuration.ShowConfiguration.Shown;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowConfigurationTest {

    private final ConfigurationFixture given = new ConfigurationFixture();
    private final ShowConfiguration showConfiguration = new ShowConfiguration(given.targets);
    private final String module = given.module.apiName();

    @Test
    void showsWhicheverTheModuleHasWhateverTheCaseOfItsName() {
        given.created(Draft.of("manual"));

        assertThat(showConfiguration.execute(new Query(module.toLowerCase(Locale.ROOT), null, given.caller)))
                .isEqualTo(new Shown(given.configuration()));
    }

    @Test
    void showsTheOneThatIsAskedFor() {
        given.created(Draft.of("manual"));

        assertThat(showConfiguration.execute(new Query(module, given.id(), given.caller)))
                .isEqualTo(new Shown(given.configuration()));
    }

    @Test
    void showsThatThereIsNone() {
        assertThat(showConfiguration.execute(new Query(module, null, given.caller)))
                .isEqualTo(new NotConfigured());
        assertThat(showConfiguration.execute(new Query("Calls", null, given.caller)))
                .isEqualTo(new NotConfigured());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "0", "abc", ""})
    void findsNoneUnderAnIdThatIsNotTheModules(String id) {
        assertThat(showConfiguration.execute(new Query(module, id, given.caller)))
                .isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);

        given.created(Draft.of("manual"));

        assertThat(showConfiguration.execute(new Query(module, id, given.caller)))
                .isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }

    @Test
    void findsNoneUnderTheIdOfAnotherModules() {
        given.created(Draft.of("manual"));

        assertThat(showConfiguration.execute(new Query("Deals", given.id(), given.caller)))
                .isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }
}
