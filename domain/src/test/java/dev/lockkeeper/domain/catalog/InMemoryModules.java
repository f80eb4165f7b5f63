package dev.lockkeeper.domain.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@link Modules} in memory. */
public final class InMemoryModules implements Modules {

    /** The standard catalogue takes the ids below. */
    private static final long FIRST_ID = Catalog.ORGANIZATION * 1_000_000_000_000L + 3_000_000;

    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final Function<ModuleId, Set<FieldId>> usedFields;
    private volatile Catalog catalog = Catalog.standard();

    /** Modules whose fields nobody uses. */
    public InMemoryModules() {
        this(module -> Set.of());
    }

    /** @param usedFields tells which fields of a module its configuration uses */
    public InMemoryModules(Function<ModuleId, Set<FieldId>> usedFields) {
        this.usedFields = usedFields;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Optional<CrmModule> find(String apiName) {
        return catalog.find(apiName);
    }

    @Override
    public Optional<CrmModule> recall(String apiName) {
        return catalog.find(apiName);
    }

    @Override
    public synchronized AddModuleOutcome add(NewModule module) {
        if (catalog.find(module.apiName()).isPresent()) {
            return new AddModuleOutcome.NameTaken();
        }
        Optional<String> taken = module.firstTakenName();
        if (taken.isPresent()) {
            return new AddModuleOutcome.FieldNameTaken(taken.get());
        }
        int number = Math.toIntExact(catalog.modules().stream()
                        .filter(known -> known.generatedType() == GeneratedType.CUSTOM)
                        .count())
                + 1;
        CrmModule added = module.create(new ModuleId(ids.incrementAndGet()), number, this::nextFieldId);
        catalog = new Catalog(
                Stream.concat(catalog.modules().stream(), Stream.of(added)).toList());
        return new AddModuleOutcome.Added(added);
    }

    @Override
    public synchronized ReplaceFieldsOutcome replaceAddedFields(ModuleId id, List<NewField> fields) {
        Optional<CrmModule> module = catalog.find(id).filter(CrmModule::addressable);
        if (module.isEmpty()) {
            return new ReplaceFieldsOutcome.NoSuchModule();
        }
        Optional<String> taken = module.get().firstTakenName(fields);
        if (taken.isPresent()) {
            return new ReplaceFieldsOutcome.FieldNameTaken(taken.get());
        }
        CrmModule changed = module.get().withAddedFields(fields, this::nextFieldId);
        Set<FieldId> used = usedFields.apply(id);
        Optional<String> inUse = module.get().addedFields().stream()
                .filter(field -> used.contains(field.id()))
                .filter(field -> changed.findField(field.id()).isEmpty())
                .map(CrmField::apiName)
                .findFirst();
        if (inUse.isPresent()) {
            return new ReplaceFieldsOutcome.FieldInUse(inUse.get());
        }
        catalog = new Catalog(catalog.modules().stream()
                .map(known -> known.id().equals(id) ? changed : known)
                .toList());
        return new ReplaceFieldsOutcome.Replaced(changed);
    }

    /** Takes everything away that was added; ids are used on. */
    public void clear() {
        catalog = Catalog.standard();
    }

    private FieldId nextFieldId() {
        return new FieldId(ids.incrementAndGet());
    }
}
