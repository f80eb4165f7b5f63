package dev.lockkeeper.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.identity.PutProfile.Command;
import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.Permission;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PutProfileTest {

    private static final NewProfile SALES = new NewProfile("Sales", Set.of(Permission.LOCK));

    private final Administration given = new Administration();
    private final PutProfile putProfile = new PutProfile(given.store.profiles(), Administration.CLOCK);

    @Test
    void makesAProfile() {
        PutProfile.Outcome outcome = putProfile.execute(new Command(given.administrator, SALES));

        assertThat(outcome)
                .isEqualTo(
                        new PutProfile.Put(given.store.profiles().find("Sales").orElseThrow()));
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(putProfile.execute(new Command(given.other, SALES))).isEqualTo(new PutProfile.NotPermitted());
        assertThat(putProfile.execute(new Command(given.other, null))).isEqualTo(new PutProfile.NotPermitted());
        assertThat(given.store.profiles().find("Sales")).isEmpty();
    }

    @Test
    void refusesWhatIsNoProfile() {
        assertThat(putProfile.execute(new Command(given.administrator, null)))
                .isEqualTo(new PutProfile.ProfileRefused());
    }

    @Test
    void leavesOneAdministratorAtLeast() {
        given.steps.issued(given.administrator, null);
        NewProfile less = new NewProfile(given.administrator.profile().name(), Set.of());

        assertThat(putProfile.execute(new Command(given.administrator, less)))
                .isEqualTo(new PutProfile.LastAdministrator());
    }
}
