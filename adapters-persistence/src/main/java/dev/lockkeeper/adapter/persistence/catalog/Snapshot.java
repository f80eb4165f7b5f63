package dev.lockkeeper.adapter.persistence.catalog;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.GeneratedType;
import dev.lockkeeper.domain.catalog.LockingSupport;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.NewModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue at one of its versions. */
record Snapshot(long version, Catalog catalog) {

    /** Where every database begins. */
    static final Snapshot STANDARD = new Snapshot(0, Catalog.standard());

    /** @param rows all that {@link CatalogStatements#READ} answers, in its order */
    static Snapshot of(List<CatalogRow> rows) {
        Map<ModuleId, List<CrmField>> fields = new LinkedHashMap<>();
        Map<ModuleId, CatalogRow.CustomModule> custom = new LinkedHashMap<>();
        for (CatalogRow row : rows) {
            CatalogRow.Field stored = row.field();
            if (stored != null) {
                fields.computeIfAbsent(stored.moduleId(), id -> new ArrayList<>())
                        .add(stored.field());
                if (stored.customModule() != null) {
                    custom.put(stored.moduleId(), stored.customModule());
                }
            }
        }
        List<CrmModule> modules = new ArrayList<>();
        for (CrmModule standard : Catalog.standard().modules()) {
            @Nullable List<CrmField> added = fields.get(standard.id());
            modules.add(added == null ? standard : extended(standard, added));
        }
        custom.forEach((id, module) -> modules.add(customModule(id, module, fields.getOrDefault(id, List.of()))));
        return new Snapshot(rows.getFirst().version(), new Catalog(modules));
    }

    /** The later one, since readers may overtake each other. */
    Snapshot later(Snapshot other) {
        return version < other.version ? other : this;
    }

    /** How many custom modules there are; they are numbered from 1 on, and none ever goes. */
    int customModules() {
        return Math.toIntExact(catalog.modules().stream()
                .filter(module -> module.generatedType() == GeneratedType.CUSTOM)
                .count());
    }

    /** A release may bring a standard field of an added one's name, which from then on stands for it. */
    private static CrmModule extended(CrmModule standard, List<CrmField> added) {
        return standard.withAddedFields(added.stream()
                .filter(field -> standard.fields().stream()
                        .noneMatch(own -> own.apiName().equalsIgnoreCase(field.apiName())))
                .toList());
    }

    private static CrmModule customModule(ModuleId id, CatalogRow.CustomModule module, List<CrmField> fields) {
        return new CrmModule(
                id,
                module.apiName(),
                NewModule.moduleName(module.number()),
                module.label(),
                module.label(),
                GeneratedType.CUSTOM,
                LockingSupport.SUPPORTED,
                fields);
    }
}
