package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link MirroredModules} in memory. */
public final class InMemoryMirroredModules implements MirroredModules {

    private record Known(
            ModuleId module,
            @Nullable CrmConfiguration configuration,
            Instant readAt,
            @Nullable Instant staleAt,
            @Nullable Instant sweptAt) {

        MirroredModule seen() {
            boolean stale = staleAt != null && !staleAt.isBefore(readAt);
            return new MirroredModule(module, configuration, readAt, stale, sweptAt);
        }
    }

    private final NavigableMap<Long, Known> modules = new TreeMap<>();

    @Override
    public synchronized Optional<MirroredModule> find(ModuleId module) {
        return Optional.ofNullable(modules.get(module.value())).map(Known::seen);
    }

    @Override
    public synchronized List<MirroredModule> list() {
        return modules.values().stream().map(Known::seen).toList();
    }

    @Override
    public synchronized void keep(ModuleId module, @Nullable CrmConfiguration configuration, Instant readAt) {
        Instant at = readAt.truncatedTo(ChronoUnit.MICROS);
        Known known = modules.get(module.value());
        if (known == null) {
            modules.put(module.value(), new Known(module, configuration, at, null, null));
        } else if (!known.readAt().isAfter(at)) {
            modules.put(module.value(), new Known(module, configuration, at, known.staleAt(), known.sweptAt()));
        }
    }

    @Override
    public synchronized void markStale(ModuleId module, Instant at) {
        modules.computeIfPresent(
                module.value(),
                (_, known) -> new Known(
                        module,
                        known.configuration(),
                        known.readAt(),
                        later(known.staleAt(), at.truncatedTo(ChronoUnit.MICROS)),
                        known.sweptAt()));
    }

    @Override
    public synchronized void swept(ModuleId module, Instant at) {
        modules.computeIfPresent(
                module.value(),
                (_, known) -> new Known(
                        module,
                        known.configuration(),
                        known.readAt(),
                        known.staleAt(),
                        later(known.sweptAt(), at.truncatedTo(ChronoUnit.MICROS))));
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
