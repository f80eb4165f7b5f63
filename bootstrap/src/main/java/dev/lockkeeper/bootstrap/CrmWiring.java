package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.crm.ActingUser;
import dev.lockkeeper.application.crm.ChangeSaga;
import dev.lockkeeper.application.crm.CrmAuthority;
import dev.lockkeeper.application.crm.ForwardConfiguration;
import dev.lockkeeper.application.crm.ImportModules;
import dev.lockkeeper.application.crm.KeepChannels;
import dev.lockkeeper.application.crm.ModuleConfigurations;
import dev.lockkeeper.application.crm.ReadConfigurations;
import dev.lockkeeper.application.crm.RecordCheck;
import dev.lockkeeper.application.crm.RefreshRecord;
import dev.lockkeeper.application.crm.RefreshStaleRecords;
import dev.lockkeeper.application.crm.SettleIntents;
import dev.lockkeeper.application.crm.SweepLocks;
import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.mirror.Channels;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.StaleRecords;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/** The use cases of a service for which a CRM decides; {@link Wiring} has those of any. */
@Factory
@Requires(beans = ZohoSettings.class)
final class CrmWiring {

    /** As text, 43 of the 50 characters that a channel's token may have. */
    private static final int TOKEN_BYTES = 32;

    @Singleton
    ActingUser actingUser(Crm crm) {
        return new ActingUser(crm);
    }

    @Singleton
    ModuleConfigurations moduleConfigurations(Crm crm, MirroredModules modules, Clock clock) {
        return new ModuleConfigurations(crm, modules, clock);
    }

    @Singleton
    RecordCheck recordCheck(MirroredLocks locks, FoundDifferences differences, Clock clock) {
        return new RecordCheck(locks, differences, clock);
    }

    @Singleton
    LockAuthority crmAuthority(
            Crm crm,
            ModuleConfigurations configurations,
            MirroredLocks mirroredLocks,
            MirroredModules mirroredModules,
            StaleRecords staleRecords,
            Locks locks,
            ActingUser actingUser,
            RecordCheck check,
            ZohoSettings settings,
            Clock clock) {
        ChangeSaga saga = new ChangeSaga(
                crm, mirroredLocks, mirroredModules, staleRecords, check, actingUser, settings.times(), clock);
        return new CrmAuthority(configurations, saga, mirroredLocks, locks, check, crm, settings.times());
    }

    @Singleton
    RefreshRecord refreshRecord(
            Modules modules,
            LockAuthority authority,
            Locks locks,
            MirroredLocks mirroredLocks,
            Crm crm,
            RecordCheck check,
            ZohoSettings settings) {
        return new RefreshRecord(
                modules, authority, locks, mirroredLocks, new RefreshRecord.ByAsking(crm, check, settings.times()));
    }

    @Singleton
    ForwardConfiguration forwardConfiguration(
            Crm crm,
            Modules modules,
            MirroredModules mirroredModules,
            ModuleConfigurations configurations,
            Clock clock) {
        return new ForwardConfiguration(crm, modules, mirroredModules, configurations, clock);
    }

    @Singleton
    SettleIntents settleIntents(
            Crm crm,
            Modules modules,
            MirroredLocks locks,
            StaleRecords staleRecords,
            ActingUser actingUser,
            ZohoSettings settings,
            Clock clock) {
        return new SettleIntents(crm, modules, locks, staleRecords, actingUser, settings.times(), clock);
    }

    @Singleton
    SweepLocks sweepLocks(
            Crm crm,
            Modules modules,
            MirroredModules mirroredModules,
            MirroredLocks locks,
            RecordCheck check,
            ZohoSettings settings,
            Clock clock) {
        return new SweepLocks(crm, modules, mirroredModules, locks, check, settings.sweepInterval(), clock);
    }

    @Singleton
    RefreshStaleRecords refreshStaleRecords(
            Crm crm, Modules modules, StaleRecords staleRecords, MirroredLocks locks, RecordCheck check) {
        return new RefreshStaleRecords(crm, modules, staleRecords, locks, check);
    }

    @Singleton
    ReadConfigurations readConfigurations(
            Crm crm,
            Modules modules,
            MirroredModules mirroredModules,
            ModuleConfigurations configurations,
            ZohoSettings settings,
            Clock clock) {
        return new ReadConfigurations(
                crm, modules, mirroredModules, configurations, settings.configurationInterval(), clock);
    }

    @Singleton
    ImportModules importModules(Crm crm, Modules modules) {
        return new ImportModules(crm, modules);
    }

    @Singleton
    KeepChannels keepChannels(
            Crm crm, Modules modules, MirroredModules mirroredModules, Channels channels, Clock clock) {
        SecureRandom random = new SecureRandom();
        return new KeepChannels(crm, modules, mirroredModules, channels, () -> token(random), clock);
    }

    private static String token(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
