package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.FoundConfiguration;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from the CRM the configurations that are not known here, are known to have changed, or were read long ago. */
public final class ReadConfigurations {

    private final Crm crm;
    private final Modules modules;
    private final MirroredModules mirroredModules;
    private final ModuleConfigurations configurations;
    private final Duration longAgo;
    private final Clock clock;
    private final Map<ModuleId, Instant> refusedAt = new ConcurrentHashMap<>();

    /** @param longAgo after which a configuration is read again without any reason */
    public ReadConfigurations(
            Crm crm,
            Modules modules,
            MirroredModules mirroredModules,
            ModuleConfigurations configurations,
            Duration longAgo,
            Clock clock) {
        this.crm = crm.inBackground();
        this.modules = modules;
        this.mirroredModules = mirroredModules;
        this.configurations = configurations;
        this.longAgo = longAgo;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param read configurations that the CRM answered for, or refused to show
     * @param left configurations that the CRM did not tell; they are asked for again the next time
     */
    public record Tally(int read, int left) {}

    /** Goes through the modules that can have a configuration. */
    public Tally execute() {
        Map<ModuleId, MirroredModule> known =
                mirroredModules.list().stream().collect(Collectors.toMap(MirroredModule::module, Function.identity()));
        Instant before = clock.instant().minus(longAgo);
        int read = 0;
        int left = 0;
        for (CrmModule module : modules.catalog().modules()) {
            boolean refused = refusedAt.getOrDefault(module.id(), Instant.MIN).isAfter(before);
            if (!module.lockable() || refused || isFresh(known.get(module.id()), before)) {
                continue;
            }
            switch (configurations.read(crm, module)) {
                case CrmReply.Answered<FoundConfiguration> _ -> read++;
                case CrmReply.Refused<FoundConfiguration> _ -> {
                    read++;
                    refusedAt.put(module.id(), clock.instant());
                }
                case CrmReply.Unavailable<FoundConfiguration> _, CrmReply.Unknown<FoundConfiguration> _ -> left++;
            }
        }
        return new Tally(read, left);
    }

    private static boolean isFresh(@Nullable MirroredModule module, Instant before) {
        return module != null && !module.stale() && module.readAt().isAfter(before);
    }
}
