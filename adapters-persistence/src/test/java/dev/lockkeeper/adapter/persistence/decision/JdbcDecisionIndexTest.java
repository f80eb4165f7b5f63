package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.decision.DecisionActorContract;
import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.DecisionIndexContract;
import dev.lockkeeper.domain.decision.DecisionRaceContract;
import dev.lockkeeper.domain.decision.MirroredDecisionContract;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.installation.Authority;
import org.junit.jupiter.api.AfterAll;

class JdbcDecisionIndexTest
        implements DecisionIndexContract, DecisionActorContract, DecisionRaceContract, MirroredDecisionContract {

    private static final SqlDecisions LOCAL = SqlDecisions.decidedBy(Authority.LOCAL);
    private static final SqlDecisions MIRRORED = SqlDecisions.decidedBy(Authority.CRM);

    @AfterAll
    static void close() {
        LOCAL.close();
        MIRRORED.close();
    }

    @Override
    public DecisionIndex index() {
        return LOCAL.index("store");
    }

    @Override
    public RulesStore store() {
        return LOCAL.rules();
    }

    @Override
    public Modules modules() {
        return LOCAL.catalogue();
    }

    @Override
    public IdentityStore identities() {
        return LOCAL.identities();
    }

    @Override
    public DecisionIndex mirroredIndex() {
        return MIRRORED.index("store");
    }

    @Override
    public MirroredStore mirrored() {
        return MIRRORED;
    }
}
