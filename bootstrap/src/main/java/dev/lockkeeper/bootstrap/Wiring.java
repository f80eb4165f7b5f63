package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.catalog.FindModule;
import dev.lockkeeper.application.catalog.ListModules;
import dev.lockkeeper.application.identity.Authenticate;
import dev.lockkeeper.application.installation.InitializeInstallation;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LockTargets;
import dev.lockkeeper.application.lock.SearchLocks;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.ShowLockHistory;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.installation.Installation;
import dev.lockkeeper.domain.lock.Locks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The use cases, made by hand of the ports they need. */
@Factory
final class Wiring {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Catalog catalog() {
        return Catalog.standard();
    }

    @Singleton
    LockTargets lockTargets(Catalog catalog, Configurations configurations) {
        return new LockTargets(catalog, configurations);
    }

    @Singleton
    LockRecord lockRecord(LockTargets targets, Locks locks, Clock clock) {
        return new LockRecord(targets, locks, clock);
    }

    @Singleton
    ShowLock showLock(LockTargets targets, Locks locks) {
        return new ShowLock(targets, locks);
    }

    @Singleton
    ChangeLockReason changeLockReason(LockTargets targets, Locks locks, Clock clock) {
        return new ChangeLockReason(targets, locks, clock);
    }

    @Singleton
    UnlockRecord unlockRecord(LockTargets targets, Locks locks, Clock clock) {
        return new UnlockRecord(targets, locks, clock);
    }

    @Singleton
    SearchLocks searchLocks(Catalog catalog, Locks locks) {
        return new SearchLocks(catalog, locks);
    }

    @Singleton
    ShowLockHistory showLockHistory(Catalog catalog, Locks locks) {
        return new ShowLockHistory(catalog, locks);
    }

    @Singleton
    ListModules listModules(Catalog catalog) {
        return new ListModules(catalog);
    }

    @Singleton
    FindModule findModule(Catalog catalog) {
        return new FindModule(catalog);
    }

    @Singleton
    Authenticate authenticate(AccessTokens accessTokens, Clock clock) {
        return new Authenticate(accessTokens, clock);
    }

    @Singleton
    InitializeInstallation initializeInstallation(Installation installation, Catalog catalog, Clock clock) {
        return new InitializeInstallation(installation, catalog, clock);
    }
}
