package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.identity.InMemoryIdentityStore;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.InMemoryJobs;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.mirror.InMemoryMirroredLocks;
import dev.lockkeeper.domain.mirror.InMemoryMirroredModules;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import java.time.InstantSource;

class InMemoryDecisionIndexTest
        implements DecisionIndexContract, DecisionActorContract, DecisionRaceContract, MirroredDecisionContract {

    private final InMemoryRulesStore store = new InMemoryRulesStore();
    private final InMemoryIdentityStore identities = new InMemoryIdentityStore();
    private final DecisionIndex index = new InMemoryDecisionIndex(new InMemoryDecisionIndex.Ports(
            store.modules(),
            store.configurations(),
            store.locks(),
            store.locks()::latest,
            identities.users(),
            identities.profiles(),
            null));
    private final Mirrored mirrored = new Mirrored();

    @Override
    public DecisionIndex index() {
        return index;
    }

    @Override
    public RulesStore store() {
        return store;
    }

    @Override
    public Modules modules() {
        return store.modules();
    }

    @Override
    public IdentityStore identities() {
        return identities;
    }

    @Override
    public DecisionIndex mirroredIndex() {
        return mirrored.index;
    }

    @Override
    public MirroredStore mirrored() {
        return mirrored;
    }

    private static final class Mirrored implements MirroredStore {

        private final InMemoryIdentityStore identities = new InMemoryIdentityStore();
        private final InMemoryConfigurations configurations = new InMemoryConfigurations(new InMemoryJobs());
        private final InMemoryLocks locks = new InMemoryLocks(configurations);
        private final InMemoryMirroredLocks mirroredLocks =
                new InMemoryMirroredLocks(locks, identities.users(), InstantSource.system());
        private final InMemoryMirroredModules mirroredModules = new InMemoryMirroredModules();
        private final DecisionIndex index = new InMemoryDecisionIndex(new InMemoryDecisionIndex.Ports(
                new InMemoryModules(),
                configurations,
                locks,
                locks::latest,
                identities.users(),
                identities.profiles(),
                new InMemoryDecisionIndex.Mirror(mirroredModules, mirroredLocks)));

        @Override
        public MirroredLocks locks() {
            return mirroredLocks;
        }

        @Override
        public MirroredModules modules() {
            return mirroredModules;
        }

        @Override
        public User user() {
            return new IdentitySteps(identities).user(Permission.LOCK);
        }

        @Override
        public CrmModule module() {
            return new InMemoryModules().find("Leads").orElseThrow();
        }
    }
}
