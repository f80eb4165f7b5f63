package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands after it was reported.
 *
 * @param revision the latest change of any lock that it has or had; {@link Revision#NONE} if it never had one
 * @param lock who holds it now; null when nobody does
 */
public record ReportedRecord(
        CrmRecord record, Revision revision, @Nullable RecordLock lock) {}
