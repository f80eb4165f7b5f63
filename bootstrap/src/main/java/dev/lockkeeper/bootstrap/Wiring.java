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
import dev.lockkeeper.application.crm.RefreshRecord;
import dev.lockkeeper.application.crm.TakeNotification;
import dev.lockkeeper.application.installation.InitializeInstallation;
import dev.lockkeeper.application.job.FindJob;
import dev.lockkeeper.application.job.ListJobs;
import dev.lockkeeper.application.job.WorkOffJobs;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LockTargets;
import dev.lockkeeper.application.lock.LocksAtOnce;
import dev.lockkeeper.application.lock.SearchLocks;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.ShowLockHistory;
import dev.lockkeeper.application.lock.StoreAuthority;
import dev.lockkeeper.application.lock.TendHistory;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.application.record.RemoveRecord;
import dev.lockkeeper.application.record.ReportRecords;
import dev.lockkeeper.application.record.RuleJudge;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.installation.Installation;
import dev.lockkeeper.domain.job.Jobs;
import dev.lockkeeper.domain.lock.History;
import dev.lockkeeper.domain.lock.HistoryRetention;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.QueuedLocks;
import dev.lockkeeper.domain.mirror.Channels;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.StaleRecords;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.Records;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The use cases, made by hand of the ports they need; {@link IdentityWiring} has those of who may call. */
@Factory
final class Wiring {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Requires(missingBeans = ZohoSettings.class)
    LockAuthority storeAuthority(Configurations configurations, Locks locks, Clock clock) {
        return new StoreAuthority(configurations, locks, clock);
    }

    @Singleton
    LockTargets lockTargets(Modules modules, LockAuthority authority) {
        return new LockTargets(modules, authority);
    }

    @Singleton
    LockRecord lockRecord(LockTargets targets, LockAuthority authority) {
        return new LockRecord(targets, authority);
    }

    @Singleton
    LocksAtOnce locksAtOnce(LockTargets targets, QueuedLocks locks, Clock clock) {
        return new LocksAtOnce(targets, locks, clock);
    }

    @Singleton
    ShowLock showLock(LockTargets targets, LockAuthority authority) {
        return new ShowLock(targets, authority);
    }

    @Singleton
    ChangeLockReason changeLockReason(LockTargets targets, LockAuthority authority, Locks locks, Clock clock) {
        return new ChangeLockReason(targets, authority, locks, clock);
    }

    @Singleton
    UnlockRecord unlockRecord(LockTargets targets, LockAuthority authority, Clock clock) {
        return new UnlockRecord(targets, authority, clock);
    }

    @Singleton
    SearchLocks searchLocks(Modules modules, LockAuthority authority, Locks locks) {
        return new SearchLocks(modules, authority, locks);
    }

    @Singleton
    ShowLockHistory showLockHistory(Modules modules, Locks locks) {
        return new ShowLockHistory(modules, locks);
    }

    /** Checked by {@link Settings} before anything is started. */
    @Singleton
    TendHistory tendHistory(
            History history, @Nullable @Value("${lockkeeper.history.retention:}") String retention, Clock clock) {
        return new TendHistory(
                history,
                retention == null || retention.isEmpty()
                        ? HistoryRetention.FOR_EVER
                        : HistoryRetention.of(retention).orElseThrow(),
                clock);
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
            Modules modules,
            LockAuthority authority,
            Configurations configurations,
            Records records,
            RuleJudge.Settings settings,
            Clock clock) {
        return new ReportRecords(modules, authority, configurations, records, settings, clock);
    }

    @Singleton
    RemoveRecord removeRecord(Modules modules, LockAuthority authority, Records records, Clock clock) {
        return new RemoveRecord(modules, authority, records, clock);
    }

    @Singleton
    @Requires(missingBeans = ZohoSettings.class)
    RefreshRecord refreshRecord(Modules modules, LockAuthority authority, Locks locks, MirroredLocks mirroredLocks) {
        return new RefreshRecord(modules, authority, locks, mirroredLocks, null);
    }

    @Singleton
    TakeNotification takeNotification(Channels channels, StaleRecords staleRecords, Clock clock) {
        return new TakeNotification(channels, staleRecords, clock);
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
