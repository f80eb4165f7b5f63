package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordLockTest {

    private static final RuleId RULE = new RuleId(4711);
    private static final UserRef OWNER = new UserRef(new UserId(1), "Zoë");
    private static final ManualHold HOLD = new ManualHold(OWNER, new LockReason("awaiting approval"));

    private final User owner = user(1, "Zoë", Permission.LOCK);
    private final User ownerWhoMayNotLock = user(1, "Zoë");
    private final User colleague = user(2, "Ben", Permission.LOCK);
    private final User stranger = user(3, "Zoë", Permission.CUSTOMIZE, Permission.ADMINISTER);

    static Stream<LockOrigin> originsWithAPerson() {
        return Stream.of(new Manual(HOLD), new Both(HOLD, RULE));
    }

    @ParameterizedTest
    @MethodSource("originsWithAPerson")
    void belongsToWhoeverLockedIt(LockOrigin origin) {
        assertThat(lock(origin).isOwnedBy(owner.id())).isTrue();
        assertThat(lock(origin).isOwnedBy(colleague.id())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("originsWithAPerson")
    void isEditableByItsOwnerEvenWithoutThePermissionToLock(LockOrigin origin) {
        assertThat(lock(origin).isEditableBy(owner)).isTrue();
        assertThat(lock(origin).isEditableBy(ownerWhoMayNotLock)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("originsWithAPerson")
    void isEditableByOthersOnlyWithThePermissionToLock(LockOrigin origin) {
        assertThat(lock(origin).isEditableBy(colleague)).isTrue();
        assertThat(lock(origin).isEditableBy(stranger)).isFalse();
    }

    @Test
    void belongsToNobodyAndIsEditableByNobodyWhenARuleLocked() {
        RecordLock lock = lock(new Automatic(RULE));

        for (User user : new User[] {owner, ownerWhoMayNotLock, colleague, stranger}) {
            assertThat(lock.isOwnedBy(user.id())).isFalse();
            assertThat(lock.isEditableBy(user)).isFalse();
        }
    }

    private static RecordLock lock(LockOrigin origin) {
        return new RecordLock(
                new LockId(10),
                new RecordKey(new ModuleId(20), new RecordId(30)),
                origin,
                new ConfigurationId(40),
                Instant.EPOCH,
                new Revision(1));
    }

    private static User user(long id, String name, Permission... permissions) {
        return new User(new UserId(id), name, new Profile(new ProfileId(id), "Sales", Set.of(permissions)), false);
    }
}
