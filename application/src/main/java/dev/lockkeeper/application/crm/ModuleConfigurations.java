package dev.lockkeeper.application.crm;

import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.FoundConfiguration;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The modules' configurations as the CRM has them, from here where they are known and from there where not. */
public final class ModuleConfigurations {

    /** After so long somebody may have configured a module that had no configuration: who wants a lock finds out. */
    private static final Duration ABSENCE_HOLDS_FOR = Duration.ofMinutes(1);

    /** What the CRM says of a module that it does not have, or that takes no configuration. */
    private static final Set<CrmRefusal.Reason> NEVER_CONFIGURED = EnumSet.of(
            CrmRefusal.Reason.UNKNOWN_MODULE, CrmRefusal.Reason.NOT_SUPPORTED, CrmRefusal.Reason.NOT_CONFIGURED);

    /** Asking costs a credit, and those who read ask as well. */
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(1);

    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);

    /** For who is asking already. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Map<ModuleId, ReentrantLock> asking = new ConcurrentHashMap<>();

    private final Map<ModuleId, Instant> askedAgainAt = new ConcurrentHashMap<>();
    private final Crm crm;
    private final MirroredModules modules;
    private final Clock clock;

    public ModuleConfigurations(Crm crm, MirroredModules modules, Clock clock) {
        this.crm = crm;
        this.modules = modules;
        this.clock = clock;
    }

    /** Under which configuration a module's records are locked. Asks the CRM only when that is not known here. */
    LockAuthority.Governing governing(CrmModule module) {
        Optional<MirroredModule> known = modules.find(module.id());
        if (known.isEmpty() || isDoubtful(known.get())) {
            // Whoever knows nothing waits for who is asking already; an absence holds until that one has asked.
            ask(module, known.isEmpty() ? LONGEST_WAIT : Duration.ZERO);
            known = modules.find(module.id());
        }
        return known.<LockAuthority.Governing>map(ModuleConfigurations::governing)
                .orElseGet(LockAuthority.NotKnown::new);
    }

    /** One asks at a time, and nobody again before the pause is over. */
    private void ask(CrmModule module, Duration longest) {
        ReentrantLock asking = this.asking.computeIfAbsent(module.id(), _ -> new ReentrantLock());
        try {
            if (!asking.tryLock(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            Instant now = clock.instant();
            if (!askedAgainAt.getOrDefault(module.id(), Instant.MIN).isAfter(now) && isStillWanted(module)) {
                Duration pause = pauseAfter(read(crm, module));
                askedAgainAt.put(module.id(), clock.instant().plus(pause));
            }
        } finally {
            asking.unlock();
        }
    }

    private boolean isStillWanted(CrmModule module) {
        return modules.find(module.id()).map(this::isDoubtful).orElse(true);
    }

    private static Duration pauseAfter(CrmReply<FoundConfiguration> reply) {
        return switch (reply) {
            case CrmReply.Answered<FoundConfiguration> _ -> Duration.ZERO;
            case CrmReply.Unavailable<FoundConfiguration> _ -> PAUSE_WHILE_AWAY;
            case CrmReply.Refused<FoundConfiguration> _, CrmReply.Unknown<FoundConfiguration> _ -> PAUSE_AFTER_REFUSAL;
        };
    }

    private boolean isDoubtful(MirroredModule module) {
        return module.configuration() == null
                && module.readAt().plus(ABSENCE_HOLDS_FOR).isBefore(clock.instant());
    }

    private static LockAuthority.Governing governing(MirroredModule module) {
        CrmConfiguration configuration = module.configuration();
        return configuration == null
                ? new LockAuthority.NotConfigured()
                : new LockAuthority.Configured(configuration.id(), configuration.lockType(), module.sweptAt());
    }

    /** When the locks of a module, or of every one that can have some, were last compared as a whole. */
    Optional<Instant> sweptAt(@Nullable CrmModule module) {
        List<MirroredModule> asked = modules.list().stream()
                .filter(known -> module == null
                        ? known.configuration() != null
                        : known.module().equals(module.id()))
                .toList();
        boolean allWere = asked.stream().allMatch(known -> known.sweptAt() != null);
        return allWere
                ? asked.stream()
                        .flatMap(known -> Optional.ofNullable(known.sweptAt()).stream())
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** What the rules of a module are called, as far as its configuration is known here. */
    Map<RuleId, String> ruleNames(CrmModule module) {
        return modules.find(module.id())
                .map(MirroredModule::configuration)
                .map(CrmConfiguration::ruleNames)
                .orElse(Map.of());
    }

    /** Asks the CRM for a module's configuration, and keeps the answer. */
    CrmReply<FoundConfiguration> read(Crm through, CrmModule module) {
        Instant asked = clock.instant();
        CrmReply<FoundConfiguration> reply = through.findConfiguration(module.apiName());
        switch (reply) {
            case CrmReply.Answered<FoundConfiguration>(FoundConfiguration found) ->
                modules.keep(module.id(), found.configuration(), asked);
            case CrmReply.Refused<FoundConfiguration>(CrmRefusal refusal)
            when NEVER_CONFIGURED.contains(refusal.reason()) -> modules.keep(module.id(), null, asked);
            case CrmReply.Refused<FoundConfiguration> _,
                    CrmReply.Unavailable<FoundConfiguration> _,
                    CrmReply.Unknown<FoundConfiguration> _ -> {
                // Nothing is known that was not known before.
            }
        }
        return reply;
    }
}
