package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.adapter.rest.oauth.ClientAllowance;
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
import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.application.decision.DecideAll;
import dev.lockkeeper.application.decision.DecideAtOnce;
import dev.lockkeeper.application.decision.FactFinder;
import dev.lockkeeper.application.decision.ShowAccess;
import dev.lockkeeper.application.identity.Authenticate;
import dev.lockkeeper.application.identity.AuthenticateAtOnce;
import dev.lockkeeper.application.identity.CreateUser;
import dev.lockkeeper.application.identity.IssueClientToken;
import dev.lockkeeper.application.identity.IssueToken;
import dev.lockkeeper.application.identity.ListClients;
import dev.lockkeeper.application.identity.ListProfiles;
import dev.lockkeeper.application.identity.ListTokens;
import dev.lockkeeper.application.identity.ListUsers;
import dev.lockkeeper.application.identity.NewSecrets;
import dev.lockkeeper.application.identity.PutProfile;
import dev.lockkeeper.application.identity.RecogniseUser;
import dev.lockkeeper.application.identity.RegisterClient;
import dev.lockkeeper.application.identity.RemoveClient;
import dev.lockkeeper.application.identity.RevokeToken;
import dev.lockkeeper.application.identity.TokenUses;
import dev.lockkeeper.application.job.FindJob;
import dev.lockkeeper.application.job.ListJobs;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LockTargets;
import dev.lockkeeper.application.lock.LocksAtOnce;
import dev.lockkeeper.application.lock.SearchLocks;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.ShowLockHistory;
import dev.lockkeeper.application.lock.StoreAuthority;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.application.record.RemoveRecord;
import dev.lockkeeper.application.record.ReportRecords;
import dev.lockkeeper.application.record.RuleJudge;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.lock.InMemoryQueuedLocks;
import dev.lockkeeper.domain.lock.Locks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** The use cases that the adapter needs, wired as {@code Wiring} in bootstrap does it. */
final class UseCases {

    private static final NewSecrets SECRETS = new NewSecrets(UseCases::random);

    private UseCases() {}

    static Object[] over(Stores stores, Clock clock) {
        Modules modules = stores.modulesThatMayFail();
        Locks locks = stores.locksThatMayFail();
        Configurations configurations = stores.configurationsThatMayFail();
        Profiles profiles = stores.profilesThatMayFail();
        LockAuthority authority = new StoreAuthority(configurations, locks, clock);
        LockTargets targets = new LockTargets(modules, authority);
        ConfigurationTargets configurationTargets = new ConfigurationTargets(modules, configurations);
        FactFinder facts = new FactFinder(stores.index, stores.decisionIndex(), Duration.ofMillis(50));
        return new Object[] {
            clock,
            new LocksAtOnce(targets, new InMemoryQueuedLocks(locks), clock),
            new LockRecord(targets, authority),
            new ShowLock(targets, authority),
            new ChangeLockReason(targets, authority, locks, clock),
            new UnlockRecord(targets, authority, clock),
            new SearchLocks(modules, authority, locks),
            new ShowLockHistory(modules, locks),
            new ShowConfiguration(configurationTargets),
            new CreateConfiguration(configurationTargets, configurations, profiles, clock),
            new ChangeConfiguration(configurationTargets, configurations, profiles, clock),
            new DeleteConfiguration(configurationTargets, configurations, clock),
            new ReportRecords(
                    modules,
                    authority,
                    configurations,
                    stores.recordsThatMayFail(),
                    new RuleJudge.Settings(ZoneOffset.UTC, true),
                    clock),
            new RemoveRecord(modules, authority, stores.recordsThatMayFail(), clock),
            new RefreshRecord(modules, authority, locks, stores.mirroredLocks(), null),
            new TakeNotification(stores.channels, stores.staleRecords, clock),
            new ListJobs(stores.jobsThatMayFail()),
            new FindJob(stores.jobsThatMayFail()),
            new ListModules(modules),
            new FindModule(modules),
            new FindScopeWord(modules),
            new AddModule(modules),
            new ReplaceModuleFields(modules),
            new Authenticate(stores.accessTokensThatMayFail(), new TokenUses(), clock),
            new AuthenticateAtOnce(stores.accessTokensThatMayFail(), new TokenUses(), clock),
            new DecideAtOnce(facts),
            new Decide(facts),
            new DecideAll(facts),
            new ShowAccess(facts),
            new RecogniseUser(stores.identities.users(), new RecogniseUser.Settings(true, null)),
            new PutProfile(stores.identities.profiles(), clock),
            new ListProfiles(stores.identities.profiles()),
            new CreateUser(stores.identities.users()),
            new ListUsers(stores.identities.users()),
            new IssueToken(stores.accessTokens, SECRETS, clock),
            new ListTokens(stores.accessTokens),
            new RevokeToken(stores.accessTokens, clock),
            new RegisterClient(stores.identities.oAuthClients(), SECRETS, clock),
            new ListClients(stores.identities.oAuthClients()),
            new RemoveClient(stores.identities.oAuthClients()),
            new IssueClientToken(
                    stores.identities.oAuthClients(),
                    stores.accessTokensThatMayFail(),
                    SECRETS,
                    new ClientAllowance(),
                    clock)
        };
    }

    private static byte[] random() {
        byte[] bytes = new byte[NewSecrets.BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
