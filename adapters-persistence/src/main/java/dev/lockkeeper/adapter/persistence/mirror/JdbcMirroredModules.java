package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link MirroredModules} on PostgreSQL. */
@Singleton
final class JdbcMirroredModules implements MirroredModules {

    private static final String LIST = """
            select module_id, configuration, read_at, coalesce(stale_at >= read_at, false) as stale, swept_at
            from mirrored_module
            """;
    private static final String KEEP = """
            insert into mirrored_module as known (module_id, configuration, read_at) values (?, ?::json, ?)
            on conflict (module_id) do update
            set configuration = excluded.configuration, read_at = excluded.read_at
            where known.read_at <= excluded.read_at
            """;
    private static final String MARK_STALE =
            "update mirrored_module set stale_at = greatest(stale_at, ?) where module_id = ?";
    private static final String SWEPT =
            "update mirrored_module set swept_at = greatest(swept_at, ?) where module_id = ?";

    private final Database database;

    JdbcMirroredModules(Database database) {
        this.database = database;
    }

    @Override
    public Optional<MirroredModule> find(ModuleId module) {
        return database.queryOne(
                LIST + "where module_id = ?",
                parameters -> parameters.bigint(module.value()),
                JdbcMirroredModules::module);
    }

    @Override
    public List<MirroredModule> list() {
        return database.query(LIST + "order by module_id", _ -> {}, JdbcMirroredModules::module);
    }

    private static MirroredModule module(ResultSet row) throws SQLException {
        String configuration = row.getString("configuration");
        OffsetDateTime sweptAt = row.getObject("swept_at", OffsetDateTime.class);
        return new MirroredModule(
                new ModuleId(row.getLong("module_id")),
                configuration == null ? null : ConfigurationDocument.read(configuration),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("stale"),
                sweptAt == null ? null : sweptAt.toInstant());
    }

    @Override
    public void keep(ModuleId module, @Nullable CrmConfiguration configuration, Instant readAt) {
        String document = configuration == null ? null : ConfigurationDocument.write(configuration);
        database.inFollowedTransaction(transaction -> transaction.update(
                KEEP,
                parameters -> parameters.bigint(module.value()).text(document).timestamptz(micros(readAt))));
    }

    @Override
    public void markStale(ModuleId module, Instant at) {
        note(MARK_STALE, module, at);
    }

    @Override
    public void swept(ModuleId module, Instant at) {
        note(SWEPT, module, at);
    }

    private void note(String sql, ModuleId module, Instant at) {
        database.inTransaction(transaction -> transaction.update(
                sql, parameters -> parameters.timestamptz(micros(at)).bigint(module.value())));
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
