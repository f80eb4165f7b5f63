package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one module as somebody reports them, judged. The time is kept to the microsecond, which every store can
 * keep.
 *
 * @param rules what the verdicts rest on; null when the module has no configuration
 * @param records in the order in which they were reported; when a record is among them more than once, the last
 *     counts, and the others are answered with what became of it
 */
public record RecordReport(
        ModuleId module, @Nullable RulesVersion rules, List<JudgedRecord> records, User by, Instant at) {

    public RecordReport {
        records = List.copyOf(records);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
