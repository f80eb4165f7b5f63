package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.SqlRulesStore;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.persistence.identity.SqlIdentityStore;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.MirroredDecisionContract.MirroredStore;
import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.installation.Authority;
import dev.lockkeeper.domain.installation.Installation;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;

/** A database and the adapter's beans on it, as decisions need them. */
record SqlDecisions(TestDatabase database, ApplicationContext context) implements MirroredStore, AutoCloseable {

    static SqlDecisions decidedBy(Authority authority) {
        TestDatabase database = TestDatabase.create();
        ApplicationContext context = PersistenceContext.on(database);
        context.getBean(Installation.class).decidedBy(authority);
        return new SqlDecisions(database, context);
    }

    DecisionIndex index(String name) {
        return context.getBean(DecisionIndex.class, Qualifiers.byName(name));
    }

    RulesStore rules() {
        return new SqlRulesStore(database, context);
    }

    IdentityStore identities() {
        return new SqlIdentityStore(context);
    }

    Modules catalogue() {
        return context.getBean(Modules.class);
    }

    @Override
    public MirroredLocks locks() {
        return context.getBean(MirroredLocks.class);
    }

    @Override
    public MirroredModules modules() {
        return context.getBean(MirroredModules.class);
    }

    @Override
    public User user() {
        return new IdentitySteps(identities()).user(Permission.LOCK);
    }

    @Override
    public CrmModule module() {
        return catalogue().find("Leads").orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
