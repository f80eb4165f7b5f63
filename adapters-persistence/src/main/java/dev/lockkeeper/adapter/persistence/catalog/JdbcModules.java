package dev.lockkeeper.adapter.persistence.catalog;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.lock.ModuleGate;
import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@link Modules} on PostgreSQL. The catalogue is remembered with its version, so that only who meets another version
 * reads more than that.
 */
@Singleton
final class JdbcModules implements Modules {

    private final Database database;
    private final AtomicReference<Snapshot> memory = new AtomicReference<>(Snapshot.STANDARD);

    JdbcModules(Database database) {
        this.database = database;
    }

    @Override
    public Catalog catalog() {
        Snapshot known = memory.get();
        long version = database.queryOne(CatalogStatements.VERSION, parameters -> {}, row -> row.getLong("version"))
                .orElseThrow();
        if (version == known.version()) {
            return known.catalog();
        }
        Snapshot read = Snapshot.of(database.query(CatalogStatements.READ, parameters -> {}, CatalogRow::read));
        memory.accumulateAndGet(read, Snapshot::later);
        return read.catalog();
    }

    /** What cannot be a custom module's name, such as a text that PostgreSQL could not take, is not asked for. */
    @Override
    public Optional<CrmModule> find(String apiName) {
        return recall(apiName).or(() -> Naming.isApiName(apiName) ? catalog().find(apiName) : Optional.empty());
    }

    @Override
    public Optional<CrmModule> recall(String apiName) {
        return memory.get().catalog().find(apiName);
    }

    @Override
    public AddModuleOutcome add(NewModule module) {
        return database.inFollowedTransaction(transaction -> {
            Snapshot now = takeTurn(transaction);
            if (now.catalog().find(module.apiName()).isPresent()) {
                return new AddModuleOutcome.NameTaken();
            }
            Optional<String> taken = module.firstTakenName();
            if (taken.isPresent()) {
                return new AddModuleOutcome.FieldNameTaken(taken.get());
            }
            int fields = NewModule.STANDARD_FIELDS.size() + module.fields().size();
            Iterator<Long> ids = ids(transaction, 1 + fields);
            int number = now.customModules() + 1;
            CrmModule added = module.create(new ModuleId(ids.next()), number, () -> new FieldId(ids.next()));
            insert(transaction, added, number);
            insert(transaction, added, added.fields());
            endTurn(transaction);
            return new AddModuleOutcome.Added(added);
        });
    }

    @Override
    public ReplaceFieldsOutcome replaceAddedFields(ModuleId id, List<NewField> fields) {
        return database.inFollowedTransaction(transaction -> {
            // No configuration of the module changes meanwhile, and with it the fields that it uses.
            ModuleGate.enterAlone(transaction, id);
            Optional<CrmModule> module =
                    takeTurn(transaction).catalog().find(id).filter(CrmModule::addressable);
            if (module.isEmpty()) {
                return new ReplaceFieldsOutcome.NoSuchModule();
            }
            Optional<String> taken = module.get().firstTakenName(fields);
            if (taken.isPresent()) {
                return new ReplaceFieldsOutcome.FieldNameTaken(taken.get());
            }
            Iterator<Long> ids = ids(transaction, fields.size());
            CrmModule changed = module.get().withAddedFields(fields, () -> new FieldId(ids.next()));
            Optional<String> inUse = inUse(transaction, module.get(), changed);
            if (inUse.isPresent()) {
                return new ReplaceFieldsOutcome.FieldInUse(inUse.get());
            }
            transaction.update(CatalogStatements.DELETE_ADDED_FIELDS, parameters -> parameters.bigint(id.value()));
            insert(transaction, changed, changed.addedFields());
            endTurn(transaction);
            return new ReplaceFieldsOutcome.Replaced(changed);
        });
    }

    /** The first field that would go although the module's configuration uses it. */
    private static Optional<String> inUse(Transaction transaction, CrmModule module, CrmModule changed)
            throws SQLException {
        List<CrmField> going = module.addedFields().stream()
                .filter(field -> changed.findField(field.id()).isEmpty())
                .toList();
        Set<Long> used = Set.copyOf(transaction.query(
                CatalogStatements.USED_FIELDS,
                parameters -> parameters.bigint(module.id().value()),
                row -> row.getLong("field_id")));
        return going.stream()
                .filter(field -> used.contains(field.id().value()))
                .map(CrmField::apiName)
                .findFirst();
    }

    /** Waits until no other change is under way, and answers what there is then. */
    private static Snapshot takeTurn(Transaction transaction) throws SQLException {
        transaction.query(CatalogStatements.ONE_AT_A_TIME, parameters -> {}, row -> row.getLong("version"));
        return Snapshot.of(transaction.query(CatalogStatements.READ, parameters -> {}, CatalogRow::read));
    }

    private static void endTurn(Transaction transaction) throws SQLException {
        transaction.update(CatalogStatements.NEXT_VERSION, parameters -> {});
    }

    private static Iterator<Long> ids(Transaction transaction, int count) throws SQLException {
        return transaction
                .query(CatalogStatements.NEXT_IDS, parameters -> parameters.bigint(count), row -> row.getLong("id"))
                .iterator();
    }

    private static void insert(Transaction transaction, CrmModule module, int number) throws SQLException {
        transaction.update(
                CatalogStatements.INSERT_MODULE,
                parameters -> parameters
                        .bigint(module.id().value())
                        .bigint(number)
                        .text(module.apiName())
                        .text(module.pluralLabel()));
    }

    private static void insert(Transaction transaction, CrmModule module, List<CrmField> fields) throws SQLException {
        for (CrmField field : fields) {
            transaction.update(
                    CatalogStatements.INSERT_FIELD,
                    parameters -> parameters
                            .bigint(field.id().value())
                            .bigint(module.id().value())
                            .bigint(module.fields().indexOf(field))
                            .text(field.apiName())
                            .text(field.label())
                            .text(field.type().zohoName())
                            .bool(field.readOnly())
                            .bool(field.custom()));
        }
    }
}
