package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.ListedUser;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.Users;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link DecisionIndex} on other ports, which it asks each time: slow, and never behind. */
public final class InMemoryDecisionIndex implements DecisionIndex {

    private static final int ALL = Integer.MAX_VALUE;

    /**
     * What the index looks at.
     *
     * @param latest the latest revision there is
     * @param mirror null where the store decides
     */
    public record Ports(
            Modules modules,
            Configurations configurations,
            Locks locks,
            Supplier<Revision> latest,
            Users users,
            Profiles profiles,
            @Nullable Mirror mirror) {}

    /** What it looks at where a CRM decides. */
    public record Mirror(MirroredModules modules, MirroredLocks locks) {}

    private final Ports ports;

    public InMemoryDecisionIndex(Ports ports) {
        this.ports = ports;
    }

    @Override
    public LookOutcome look(Question question, Revision atLeast) {
        // First, so that all that is looked at later is at least as fresh.
        Revision revision = ports.latest().get();
        if (revision.compareTo(atLeast) < 0) {
            return new LookOutcome.Behind(revision);
        }
        CrmModule module = ports.modules()
                .find(question.module())
                .filter(CrmModule::addressable)
                .orElse(null);
        Actor actor = actor(question.subject());
        return new LookOutcome.Known(
                module == null
                        ? new Facts(revision, null, null, null, actor)
                        : new Facts(
                                revision,
                                module,
                                restrictions(module),
                                lock(new RecordKey(module.id(), question.record())),
                                actor));
    }

    private @Nullable Restrictions restrictions(CrmModule module) {
        return ports.mirror() == null
                ? ports.configurations()
                        .find(module.id())
                        .map(configuration -> Restrictions.of(configuration.policy()))
                        .orElse(null)
                : ports.mirror()
                        .modules()
                        .find(module.id())
                        .map(MirroredModule::configuration)
                        .map(Restrictions::of)
                        .orElse(null);
    }

    /** A lock that is being asked for first: if it has been settled by now, there is the lock. */
    private @Nullable HeldLock lock(RecordKey key) {
        Optional<HeldLock> wanted = Optional.ofNullable(ports.mirror())
                .flatMap(mirror -> mirror.locks().findOpen(key))
                .flatMap(InMemoryDecisionIndex::wanted);
        return ports.locks()
                .find(key)
                .map(found -> found.lock())
                .map(lock -> new HeldLock(lock.id(), lock.origin(), lock.lockedAt()))
                .or(() -> wanted)
                .orElse(null);
    }

    private static Optional<HeldLock> wanted(LockIntent intent) {
        return intent.change() instanceof IntendedChange.Take take
                ? Optional.of(new HeldLock(null, new LockOrigin.Manual(intent.by(), take.reason()), intent.at()))
                : Optional.empty();
    }

    private Actor actor(Subject subject) {
        return ports.users().list(null, ALL).stream()
                .map(ListedUser::user)
                .filter(user -> user.id().toString().equals(subject.id()))
                .findFirst()
                .map(Actor::of)
                .or(() -> Optional.ofNullable(subject.profile())
                        .flatMap(this::profile)
                        .map(profile -> Actor.of(subject.portal(), profile)))
                .orElseGet(() -> Actor.unknown(subject.portal(), subject.profile()));
    }

    private Optional<Profile> profile(String nameOrId) {
        OptionalLong id = CrmId.parse(nameOrId);
        return ports.profiles()
                .find(nameOrId)
                .or(() -> id.isPresent() ? ports.profiles().find(new ProfileId(id.getAsLong())) : Optional.empty());
    }

    @Override
    public void await(Revision revision, Duration atMost) {
        // Nothing comes by waiting: the latest is there.
    }

    @Override
    public IndexStatus status() {
        int locks = ports.locks()
                .search(new LockSearch(null, null, null, null, null, ALL))
                .size();
        return new IndexStatus(locks, ports.latest().get(), Duration.ZERO);
    }
}
