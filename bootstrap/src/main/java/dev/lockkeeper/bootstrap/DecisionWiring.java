package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.application.decision.DecideAll;
import dev.lockkeeper.application.decision.DecideAtOnce;
import dev.lockkeeper.application.decision.FactFinder;
import dev.lockkeeper.application.decision.ShowAccess;
import dev.lockkeeper.domain.decision.DecisionIndex;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The use cases of decisions, made by hand of the ports they need. */
@Factory
final class DecisionWiring {

    @Singleton
    FactFinder factFinder(
            @Named("memory") DecisionIndex memory,
            @Named("store") DecisionIndex store,
            @Value("${lockkeeper.decisions.max-wait}") Duration maxWait) {
        return new FactFinder(memory, store, maxWait);
    }

    @Singleton
    DecideAtOnce decideAtOnce(FactFinder facts) {
        return new DecideAtOnce(facts);
    }

    @Singleton
    Decide decide(FactFinder facts) {
        return new Decide(facts);
    }

    @Singleton
    DecideAll decideAll(FactFinder facts) {
        return new DecideAll(facts);
    }

    @Singleton
    ShowAccess showAccess(FactFinder facts) {
        return new ShowAccess(facts);
    }
}
