package dev.lockkeeper.adapter.persistence.record;

import dev.lockkeeper.adapter.persistence.configuration.RulesInForce;
import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Json;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.lock.EndedLocks;
import dev.lockkeeper.adapter.persistence.lock.JudgedLocks;
import dev.lockkeeper.adapter.persistence.lock.ModuleGate;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.RuleVerdict;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.JudgedRecord;
import dev.lockkeeper.domain.record.RecordReport;
import dev.lockkeeper.domain.record.Records;
import dev.lockkeeper.domain.record.ReportOutcome;
import dev.lockkeeper.domain.record.ReportedRecord;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link Records} on PostgreSQL. A transaction takes the module's gate, then the records' rows in the order of their
 * ids, then, if a lock changes, the revision counter: in this order, as all do.
 */
@Singleton
final class JdbcRecords implements Records {

    private static final String STORE = """
            insert into crm_record (module_id, reported_by, reported_at, record_id, name, owner_id, fields)
            select ?, ?, ?, reported.record_id, reported.name, reported.owner_id, reported.fields::jsonb
            from unnest(?, ?, ?, ?) as reported (record_id, name, owner_id, fields)
            order by reported.record_id
            on conflict (module_id, record_id) do update
            set name = excluded.name, owner_id = excluded.owner_id, fields = excluded.fields,
                reported_by = excluded.reported_by, reported_at = excluded.reported_at,
                version = crm_record.version + 1
            """;

    private static final String FORGET = "delete from crm_record where module_id = ? and record_id = ?";

    private final Database database;

    JdbcRecords(Database database) {
        this.database = database;
    }

    @Override
    public ReportOutcome report(RecordReport report) {
        return database.inFollowedTransaction(transaction -> {
            if (!RulesInForce.are(transaction, report.module(), report.rules())) {
                return new ReportOutcome.RulesChanged();
            }
            Map<RecordId, JudgedRecord> last = new LinkedHashMap<>();
            report.records().forEach(judged -> last.put(judged.record().id(), judged));
            store(
                    transaction,
                    report,
                    last.values().stream().map(JudgedRecord::record).toList());
            Map<RecordId, RuleVerdict> verdicts = new LinkedHashMap<>();
            last.forEach((id, judged) -> verdicts.put(id, judged.verdict()));
            Map<RecordId, JudgedLocks.Standing> standing = JudgedLocks.apply(
                    transaction, report.module(), RulesInForce.configuration(report.rules()), verdicts, report.at());
            return new ReportOutcome.Reported(report.records().stream()
                    .map(judged -> reported(judged.record(), standing))
                    .toList());
        });
    }

    private static ReportedRecord reported(CrmRecord record, Map<RecordId, JudgedLocks.Standing> standing) {
        JudgedLocks.Standing now = JudgedLocks.of(standing, record.id());
        return new ReportedRecord(record, now.revision(), now.lock());
    }

    private static void store(Transaction transaction, RecordReport report, List<CrmRecord> records)
            throws SQLException {
        List<@Nullable String> names = new ArrayList<>();
        List<@Nullable Long> owners = new ArrayList<>();
        for (CrmRecord record : records) {
            names.add(record.name());
            owners.add(record.owner());
        }
        transaction.update(
                STORE,
                parameters -> parameters
                        .bigint(report.module().value())
                        .bigint(report.by().id().value())
                        .timestamptz(report.at())
                        .bigints(records.stream()
                                .map(record -> record.id().value())
                                .toList())
                        .texts(names)
                        .bigints(owners)
                        .texts(records.stream()
                                .map(record -> Json.write(record.fields()))
                                .toList()));
    }

    @Override
    public void forget(RecordKey key) {
        database.inTransaction(transaction -> transaction.update(FORGET, parameters -> bind(parameters, key)));
    }

    @Override
    public Optional<Revision> remove(RecordKey key, User by, Instant at) {
        EndedLocks.Ended ended = attemptToRemove(key, by, at, false)
                .or(() -> attemptToRemove(key, by, at, true))
                .orElseThrow();
        return Optional.ofNullable(ended.revision());
    }

    /**
     * Empty when the record was reported meanwhile: its lock belongs to that report, and it has to be forgotten first.
     *
     * @param alone whether to let nobody report meanwhile, so that it is not empty
     */
    private Optional<EndedLocks.Ended> attemptToRemove(RecordKey key, User by, Instant at, boolean alone) {
        return database.inFollowedTransaction(transaction -> {
            if (alone) {
                ModuleGate.enterAlone(transaction, key.module());
            } else {
                ModuleGate.enter(transaction, key.module());
            }
            boolean known = transaction.update(FORGET, parameters -> bind(parameters, key)) > 0;
            Optional<EndedLocks.Ended> ended = EndedLocks.of(transaction, key, known || alone, by.id(), at);
            if (ended.isEmpty()) {
                transaction.rollback();
            }
            return ended;
        });
    }

    private static void bind(Parameters parameters, RecordKey key) throws SQLException {
        parameters.bigint(key.module().value()).bigint(key.record().value());
    }
}
