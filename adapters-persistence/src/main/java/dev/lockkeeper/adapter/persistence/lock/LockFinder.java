package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Asked;
import dev.lockkeeper.adapter.persistence.database.BatchObserver;
import dev.lockkeeper.adapter.persistence.database.Batcher;
import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds the locks that many callers want to see at the same time by one statement, which begins after all of them asked. */
@Singleton
final class LockFinder {

    private final Database database;
    private final Batcher<Lookup> batcher;

    /** A caller that wants to see a record's lock. */
    private static final class Lookup extends Asked<Optional<LockedRecord>> {

        private final RecordKey key;

        Lookup(RecordKey key) {
            this.key = key;
        }
    }

    /** A finder at work; the settings are those of {@link LockCommitter}. */
    LockFinder(
            Database database,
            @Value("${lockkeeper.commits.callers:10000}") int callers,
            @Value("${lockkeeper.commits.batch:500}") int batch,
            @Value("${lockkeeper.commits.longest-wait:5s}") Duration longestWait) {
        this.database = database;
        this.batcher = Batcher.start(
                "lock-lookups", new Batcher.Limits(callers, batch, longestWait), BatchObserver.NONE, this::find);
    }

    Optional<LockedRecord> find(RecordKey key) {
        return batcher.ask(new Lookup(key)).given();
    }

    CompletionStage<Optional<LockedRecord>> begin(RecordKey key) {
        Lookup lookup = new Lookup(key);
        batcher.put(lookup);
        return lookup.stage();
    }

    private List<Lookup> find(List<Lookup> batch) {
        Map<Integer, LockedRecord> found = new HashMap<>();
        try {
            database.query(
                    LockStatements.FIND,
                    parameters -> bind(
                            parameters, batch.stream().map(lookup -> lookup.key).toList()),
                    row -> found.put(row.getInt("place"), LockRows.lockedRecord(row)));
        } catch (StoreUnavailable e) {
            batch.forEach(lookup -> lookup.fail(e));
            return List.of();
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer(Optional.ofNullable(found.get(i + 1)));
        }
        return List.of();
    }

    /** The parameters of {@link LockStatements#FIND}. */
    static void bind(Parameters parameters, List<RecordKey> keys) throws SQLException {
        parameters
                .bigints(keys.stream().mapToLong(key -> key.module().value()).toArray())
                .bigints(keys.stream().mapToLong(key -> key.record().value()).toArray());
    }

    /** Refuses to look from here on. */
    @PreDestroy
    void close() {
        batcher.close();
    }
}
