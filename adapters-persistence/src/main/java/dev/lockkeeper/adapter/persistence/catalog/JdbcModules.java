package dev.lockkeeper.adapter.persistence.catalog;

import dev.lockkeeper.adapter.persistence.database.Database;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
        return memory.get()
                .catalog()
                .find(apiName)
                .or(() -> Naming.isApiName(apiName) ? catalog().find(apiName) : Optional.empty());
    }

    @Override
    public AddModuleOutcome add(NewModule module) {
        return database.inTransaction(connection -> {
            Snapshot now = takeTurn(connection);
            if (now.catalog().find(module.apiName()).isPresent()) {
                return new AddModuleOutcome.NameTaken();
            }
            Optional<String> taken = module.firstTakenName();
            if (taken.isPresent()) {
                return new AddModuleOutcome.FieldNameTaken(taken.get());
            }
            int fields = NewModule.STANDARD_FIELDS.size() + module.fields().size();
            Iterator<Long> ids = ids(connection, 1 + fields);
            int number = now.customModules() + 1;
            CrmModule added = module.create(new ModuleId(ids.next()), number, () -> new FieldId(ids.next()));
            insert(connection, added, number);
            insert(connection, added, added.fields());
            endTurn(connection);
            return new AddModuleOutcome.Added(added);
        });
    }

    @Override
    public ReplaceFieldsOutcome replaceAddedFields(ModuleId id, List<NewField> fields) {
        return database.inTransaction(connection -> {
            Optional<CrmModule> module = takeTurn(connection).catalog().find(id).filter(CrmModule::addressable);
            if (module.isEmpty()) {
                return new ReplaceFieldsOutcome.NoSuchModule();
            }
            Optional<String> taken = module.get().firstTakenName(fields);
            if (taken.isPresent()) {
                return new ReplaceFieldsOutcome.FieldNameTaken(taken.get());
            }
            Iterator<Long> ids = ids(connection, fields.size());
            CrmModule changed = module.get().withAddedFields(fields, () -> new FieldId(ids.next()));
            try (PreparedStatement statement = connection.prepareStatement(CatalogStatements.DELETE_ADDED_FIELDS)) {
                statement.setLong(1, id.value());
                statement.executeUpdate();
            }
            insert(connection, changed, changed.addedFields());
            endTurn(connection);
            return new ReplaceFieldsOutcome.Replaced(changed);
        });
    }

    /** Waits until no other change is under way, and answers what there is then. */
    private Snapshot takeTurn(Connection connection) throws SQLException {
        database.query(connection, CatalogStatements.ONE_AT_A_TIME, parameters -> {}, row -> row.getLong("version"));
        return Snapshot.of(database.query(connection, CatalogStatements.READ, parameters -> {}, CatalogRow::read));
    }

    private static void endTurn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CatalogStatements.NEXT_VERSION)) {
            statement.executeUpdate();
        }
    }

    private Iterator<Long> ids(Connection connection, int count) throws SQLException {
        return database.query(
                        connection,
                        CatalogStatements.NEXT_IDS,
                        parameters -> parameters.bigint(count),
                        row -> row.getLong("id"))
                .iterator();
    }

    private static void insert(Connection connection, CrmModule module, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CatalogStatements.INSERT_MODULE)) {
            statement.setLong(1, module.id().value());
            statement.setInt(2, number);
            statement.setString(3, module.apiName());
            statement.setString(4, module.pluralLabel());
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, CrmModule module, List<CrmField> fields) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CatalogStatements.INSERT_FIELD)) {
            for (CrmField field : fields) {
                statement.setLong(1, field.id().value());
                statement.setLong(2, module.id().value());
                statement.setInt(3, module.fields().indexOf(field));
                statement.setString(4, field.apiName());
                statement.setString(5, field.label());
                statement.setString(6, field.type().zohoName());
                statement.setBoolean(7, field.readOnly());
                statement.setBoolean(8, field.custom());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
