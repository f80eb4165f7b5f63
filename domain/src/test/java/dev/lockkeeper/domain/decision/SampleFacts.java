package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts to test with: a lead, the locks that it can have, and who may want something of it. */
public final class SampleFacts {

    public static final Revision REVISION = new Revision(7);
    public static final CrmModule LEADS = Catalog.standard().find("Leads").orElseThrow();

    public static final Profile SALES = new Profile(new ProfileId(501), "Sales", Set.of(Permission.LOCK));
    public static final Profile SUPPORT = new Profile(new ProfileId(502), "Support", Set.of());

    public static final User OWNER = new User(new UserId(1), "Zoë", SALES, false);
    public static final User COLLEAGUE = new User(new UserId(2), "Ben", SALES, false);
    /** May not lock. */
    public static final User STRANGER = new User(new UserId(3), "Kim", SUPPORT, false);

    public static final User CUSTOMER = new User(new UserId(4), "Eve", SUPPORT, true);

    public static final HeldLock BY_OWNER = lock(byHand(OWNER));
    public static final HeldLock BY_RULE = lock(new LockOrigin.Automatic(new RuleId(4711)));
    public static final HeldLock BY_OWNER_AND_RULE =
            lock(new LockOrigin.Both(byHand(OWNER).hold(), new RuleId(4711)));

    private SampleFacts() {}

    /** By hand, as long as it lasts. */
    public static LockOrigin.Manual byHand(User owner) {
        return new LockOrigin.Manual(owner.ref(), new LockReason("awaiting approval"));
    }

    public static HeldLock lock(LockOrigin origin) {
        return new HeldLock(new LockId(10), origin, Instant.parse("2026-03-04T12:00:00Z"));
    }

    /** Of a lead that is not locked. */
    public static Facts unlocked(@Nullable Restrictions restrictions, User user) {
        return new Facts(REVISION, LEADS, restrictions, null, Actor.of(user));
    }

    /** Of a lead that this lock is on. */
    public static Facts locked(@Nullable Restrictions restrictions, HeldLock lock, User user) {
        return new Facts(REVISION, LEADS, restrictions, lock, Actor.of(user));
    }

    /** Of a record of no module that is known. */
    public static Facts elsewhere(User user) {
        return new Facts(REVISION, null, null, null, Actor.of(user));
    }
}
