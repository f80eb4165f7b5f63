package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.domain.RulesModules;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.job.Jobs;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.Records;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** {@link RulesStore} on PostgreSQL; users and profiles are rows as an operator would make them. */
public record SqlRulesStore(TestDatabase database, ApplicationContext context) implements RulesStore {

    private static final AtomicLong NUMBERS = new AtomicLong();

    @Override
    public Configurations configurations() {
        return context.getBean(Configurations.class);
    }

    @Override
    public Records records() {
        return context.getBean(Records.class);
    }

    @Override
    public ExistingRecords existingRecords() {
        return context.getBean(ExistingRecords.class);
    }

    @Override
    public Jobs jobs() {
        return context.getBean(Jobs.class);
    }

    @Override
    public Locks locks() {
        return context.getBean(Locks.class);
    }

    @Override
    public Profiles profiles() {
        return context.getBean(Profiles.class);
    }

    @Override
    public User user(Permission... permissions) {
        String name = "User " + NUMBERS.incrementAndGet();
        String words = Arrays.stream(permissions)
                .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        long profile =
                database.number("insert into profile (name, permissions) values ('Profile of %s', '{%s}') returning id"
                        .formatted(name, words));
        long user =
                database.number("insert into crm_user (name, profile_id, portal) values ('%s', %d, false) returning id"
                        .formatted(name, profile));
        return new User(
                new UserId(user),
                name,
                new Profile(new ProfileId(profile), "Profile of " + name, Set.of(permissions)),
                false);
    }

    @Override
    public CrmModule module() {
        Modules modules = context.getBean(Modules.class);
        String name = "Module" + NUMBERS.incrementAndGet();
        return ((AddModuleOutcome.Added) modules.add(RulesModules.named(name))).module();
    }
}
