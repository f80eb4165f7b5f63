package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.catalog.AddModule;
import dev.lockkeeper.application.catalog.FindModule;
import dev.lockkeeper.application.catalog.FindScopeWord;
import dev.lockkeeper.application.catalog.ListModules;
import dev.lockkeeper.application.catalog.ReplaceModuleFields;
import dev.lockkeeper.application.configuration.ChangeConfiguration;
import dev.lockkeeper.application.configuration.ConfigurationTargets;
import dev.lockkeeper.application.configuration.CreateConfiguration;
import dev.lockkeeper.application.configuration.DeleteConfiguration;
import dev.lockkeeper.application.configuration.ShowConfiguration;
import dev.lockkeeper.application.installation.InitializeInstallation;
import dev.lockkeeper.application.job.FindJob;
import dev.lockkeeper.application.job.ListJobs;
import dev.lockkeeper.application.job.WorkOffJobs;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LockTargets;
import dev.lockkeeper.application.lock.SearchLocks;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.ShowLockHistory;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.application.record.RemoveRecord;
import dev.lockkeeper.application.record.ReportRecords;
import dev.lockkeeper.application.record.RuleJudge;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.installation.Installation;
import dev.lockkeeper.domain.job.Jobs;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.Records;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The use cases, made by hand of the ports they need; {@link IdentityWiring} has those of who may call. */
@Factory
final class Wiring {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    LockTargets lockTargets(Modules modules, Configurations configurations) {
        return new LockTargets(modules, configurations);
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
    SearchLocks searchLocks(Modules modules, Locks locks) {
        return new SearchLocks(modules, locks);
    }

    @Singleton
    ShowLockHistory showLockHistory(Modules modules, Locks locks) {
        return new ShowLockHistory(modules, locks);
    }

    @Singleton
    ListModules listModules(Modules modules) {
        return new ListModules(modules);
    }

    @Singleton
    FindModule findModule(Modules modules) {
        return new FindModule(modules);
    }

    @Singleton
    FindScopeWord findScopeWord(Modules modules) {
        return new FindScopeWord(modules);
    }

    @Singleton
    AddModule addModule(Modules modules) {
        return new AddModule(modules);
    }

    @Singleton
    ReplaceModuleFields replaceModuleFields(Modules modules) {
        return new ReplaceModuleFields(modules);
    }

    @Singleton
    InitializeInstallation initializeInstallation(Installation installation, Modules modules, Clock clock) {
        return new InitializeInstallation(installation, modules, clock);
    }

    /** Checked by {@link Settings} before anything is started. */
    @Singleton
    RuleJudge.Settings ruleSettings(
            @Value("${lockkeeper.time-zone}") String zone, @Value("${lockkeeper.release-unmatched}") boolean releases) {
        return new RuleJudge.Settings(ZoneId.of(zone), releases);
    }

    @Singleton
    ConfigurationTargets configurationTargets(Modules modules, Configurations configurations) {
        return new ConfigurationTargets(modules, configurations);
    }

    @Singleton
    CreateConfiguration createConfiguration(
            ConfigurationTargets targets, Configurations configurations, Profiles profiles, Clock clock) {
        return new CreateConfiguration(targets, configurations, profiles, clock);
    }

    @Singleton
    ShowConfiguration showConfiguration(ConfigurationTargets targets) {
        return new ShowConfiguration(targets);
    }

    @Singleton
    ChangeConfiguration changeConfiguration(
            ConfigurationTargets targets, Configurations configurations, Profiles profiles, Clock clock) {
        return new ChangeConfiguration(targets, configurations, profiles, clock);
    }

    @Singleton
    DeleteConfiguration deleteConfiguration(ConfigurationTargets targets, Configurations configurations, Clock clock) {
        return new DeleteConfiguration(targets, configurations, clock);
    }

    @Singleton
    ReportRecords reportRecords(
            Modules modules, Configurations configurations, Records records, RuleJudge.Settings settings, Clock clock) {
        return new ReportRecords(modules, configurations, records, settings, clock);
    }

    @Singleton
    RemoveRecord removeRecord(Modules modules, Records records, Clock clock) {
        return new RemoveRecord(modules, records, clock);
    }

    @Singleton
    WorkOffJobs workOffJobs(
            Jobs jobs,
            ExistingRecords records,
            Configurations configurations,
            RuleJudge.Settings settings,
            Clock clock) {
        return new WorkOffJobs(jobs, records, configurations, settings, clock);
    }

    @Singleton
    ListJobs listJobs(Jobs jobs) {
        return new ListJobs(jobs);
    }

    @Singleton
    FindJob findJob(Jobs jobs) {
        return new FindJob(jobs);
    }
}
