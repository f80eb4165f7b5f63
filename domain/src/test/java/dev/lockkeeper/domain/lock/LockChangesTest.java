package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockChangesTest {

    private static final RecordKey KEY = new RecordKey(new ModuleId(1), new RecordId(2));

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T12:00:00.123456Z, 2026-03-04T12:00:00.123456Z",
        "2026-03-04T12:00:00.123456999Z, 2026-03-04T12:00:00.123456Z",
        "2026-03-04T12:00:00.000000999Z, 2026-03-04T12:00:00Z",
        "2026-03-04T23:59:59.999999999Z, 2026-03-04T23:59:59.999999Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z",
    })
    void cutTheTimeToTheMicrosecondAndNeverRoundItUp(Instant at, Instant kept) {
        NewLock lock = new NewLock(
                KEY, new LockOrigin.Automatic(new RuleId(3)), new RulesVersion(new ConfigurationId(4), 1), at);

        assertThat(lock.at()).isEqualTo(kept);
        assertThat(change(at).at()).isEqualTo(kept);
    }

    @Test
    void reachOthersLocksOnlyWithThePermissionToLock() {
        assertThat(change(Instant.EPOCH, Permission.LOCK).ownOnly()).isFalse();
        assertThat(change(Instant.EPOCH, Permission.values()).ownOnly()).isFalse();
        assertThat(change(Instant.EPOCH).ownOnly()).isTrue();
        assertThat(change(Instant.EPOCH, Permission.CUSTOMIZE, Permission.ADMINISTER)
                        .ownOnly())
                .isTrue();
    }

    private static ManualChange change(Instant at, Permission... permissions) {
        Profile profile = new Profile(new ProfileId(5), "Sales", Set.of(permissions));
        return new ManualChange(KEY, new LockId(6), new User(new UserId(7), "Zoë", profile, false), at);
    }
}
