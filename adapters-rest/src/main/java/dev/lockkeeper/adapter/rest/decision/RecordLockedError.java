package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.lock.RecordId;
import java.util.List;
import java.util.Map;

/**
 * What Zoho answers somebody whom a lock stands in the way of, for the one who asked to pass it on (wire contract, section
 * "Record enforcement"). Each operation has its own form; those that the contract has none for have that of its mass
 * operations.
 */
final class RecordLockedError {

    private static final String CODE = "RECORD_LOCKED";
    private static final String MESSAGE = "Sorry, you cannot perform this operation as the record is locked.";
    private static final String MESSAGE_OF_DELETE = "You cannot perform this operation as the record is locked.";
    private static final String ACTION = "record_locking";

    private static final Map<String, List<ZohoError>> OF_UPDATE = inData(ZohoError.of(
            CODE, ZohoError.details("api_name", "id", "json_path", "$.data[0].id", "action", ACTION), MESSAGE));

    private RecordLockedError() {}

    /** The body of Zoho's answer. */
    static Object of(Action action, RecordId record) {
        return switch (action) {
            case Action.Update _ -> OF_UPDATE;
            case Action.Perform(RestrictedAction performed) -> ofPerformed(performed, record);
            case Action.Communicate _, Action.Press _, Action.Read _, Action.Lock _, Action.Unlock _ ->
                inData(about(record, MESSAGE));
        };
    }

    private static Object ofPerformed(RestrictedAction action, RecordId record) {
        return switch (action) {
            case TAGS -> about(record, MESSAGE);
            case DELETE -> inData(about(record, MESSAGE_OF_DELETE));
            case CONVERT, CHANGE_OWNER, UPDATE -> inData(about(record, MESSAGE));
        };
    }

    private static ZohoError about(RecordId record, String message) {
        return ZohoError.of(CODE, ZohoError.details("action", ACTION, "id", record.toString()), message);
    }

    private static Map<String, List<ZohoError>> inData(ZohoError error) {
        return Map.of("data", List.of(error));
    }
}
