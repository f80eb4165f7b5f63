package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A search as a statement with just the conditions it has, so that PostgreSQL can plan for them. */
final class LockSearchQuery {

    private final List<String> conditions = new ArrayList<>();
    private final List<Binder> binders = new ArrayList<>();
    private final int limit;

    private LockSearchQuery(int limit) {
        this.limit = limit;
    }

    static LockSearchQuery of(LockSearch search) {
        LockSearchQuery query = new LockSearchQuery(search.limit());
        ModuleId module = search.module();
        if (module != null) {
            query.where("l.module_id = ?", parameters -> parameters.bigint(module.value()));
        }
        LockSource source = search.source();
        if (source != null) {
            query.where("l.source = ?", parameters -> parameters.text(LockRows.word(source)));
        }
        UserId lockedBy = search.lockedBy();
        if (lockedBy != null) {
            query.where("l.locked_by = ?", parameters -> parameters.bigint(lockedBy.value()));
        }
        Instant lockedBefore = search.lockedBefore();
        if (lockedBefore != null) {
            query.where("l.locked_time < ?", parameters -> parameters.timestamptz(lockedBefore));
        }
        LockSearch.Place after = search.after();
        if (after != null) {
            query.where(
                    "(l.locked_time, l.id) < (?, ?)",
                    parameters -> parameters
                            .timestamptz(after.lockedAt())
                            .bigint(after.lock().value()));
        }
        return query;
    }

    private void where(String condition, Binder binder) {
        conditions.add(condition);
        binders.add(binder);
    }

    String sql() {
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return LockStatements.SEARCH + where + " order by l.locked_time desc, l.id desc limit ?";
    }

    void bind(Parameters parameters) throws SQLException {
        for (Binder binder : binders) {
            binder.bind(parameters);
        }
        parameters.bigint(limit);
    }
}
