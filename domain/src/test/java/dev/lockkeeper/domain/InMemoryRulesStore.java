package dev.lockkeeper.domain;

import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.identity.InMemoryIdentityStore;
import dev.lockkeeper.domain.identity.InMemoryProfiles;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.job.InMemoryJobs;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.record.InMemoryRecords;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** {@link RulesStore} in memory. */
public final class InMemoryRulesStore implements RulesStore {

    private final InMemoryJobs jobs = new InMemoryJobs();
    private final InMemoryConfigurations configurations = new InMemoryConfigurations(jobs);
    private final InMemoryModules modules = new InMemoryModules(configurations::usedFields);
    private final InMemoryLocks locks = new InMemoryLocks(configurations);
    private final InMemoryRecords records = new InMemoryRecords(configurations, locks, jobs);
    private final InMemoryProfiles profiles = new InMemoryIdentityStore().profiles();
    private final AtomicLong numbers = new AtomicLong();

    public InMemoryRulesStore() {
        configurations.knowFieldsBy(field -> modules.catalog().modules().stream()
                .anyMatch(module -> module.findField(field).isPresent()));
    }

    public InMemoryModules modules() {
        return modules;
    }

    @Override
    public InMemoryConfigurations configurations() {
        return configurations;
    }

    @Override
    public InMemoryRecords records() {
        return records;
    }

    @Override
    public InMemoryRecords existingRecords() {
        return records;
    }

    @Override
    public InMemoryJobs jobs() {
        return jobs;
    }

    @Override
    public InMemoryLocks locks() {
        return locks;
    }

    @Override
    public InMemoryProfiles profiles() {
        return profiles;
    }

    @Override
    public User user(Permission... permissions) {
        long number = numbers.incrementAndGet();
        Profile profile = new Profile(new ProfileId(number), "Profile " + number, Set.of(permissions));
        profiles.add(profile);
        return new User(new UserId(number), "User " + number, profile, false);
    }

    @Override
    public CrmModule module() {
        return ((AddModuleOutcome.Added) modules.add(RulesModules.named("Module" + numbers.incrementAndGet())))
                .module();
    }
}
