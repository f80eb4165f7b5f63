package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.lock.RecordId;
import java.util.List;

/**
 * Some of a module's locked records.
 *
 * @param more whether a further page has others
 */
public record LockedPage(List<RecordId> records, boolean more) {

    public LockedPage {
        records = List.copyOf(records);
    }
}
