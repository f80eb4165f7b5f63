package dev.lockkeeper.adapter.rest.record;

import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.adapter.rest.json.JsonId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.record.CrmRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Records as a report has them, {@code {"id","name","owner_id","fields":{…}}}: the id of a single one stands in the
 * address. Null is as good as not sent, and other keys are passed over.
 */
final class RecordRequest {

    /** How many records a report holds at most. */
    static final int MAX_RECORDS = 1000;

    private RecordRequest() {}

    /** Either what was read or what is wrong with it. */
    sealed interface Result<T> {}

    record Read<T>(T value) implements Result<T> {}

    /** @param id of the record, as far as one was sent */
    record Unreadable<T>(@Nullable String id, String detail) implements Result<T> {}

    /** The body of a report of the one record that the address names. */
    static Result<CrmRecord> single(byte[] body, RecordId id) {
        return JsonDocument.read(body).orElse(null) instanceof Map<?, ?> object
                ? record(id, object)
                : new Unreadable<>(id.toString(), "The body is not a JSON object, in UTF-8 and without repeated keys.");
    }

    /** The body of a report of many records: each for itself, or what is wrong with the whole. */
    static Result<List<Result<CrmRecord>>> bulk(byte[] body) {
        if (!(JsonDocument.readLong(body).orElse(null) instanceof Map<?, ?> object)) {
            return new Unreadable<>(null, "The body is not a JSON object, in UTF-8 and without repeated keys.");
        }
        if (!(object.get("records") instanceof List<?> records) || records.size() > MAX_RECORDS) {
            return new Unreadable<>(null, "records: an array of at most " + MAX_RECORDS + " records");
        }
        return new Read<>(records.stream().map(RecordRequest::element).toList());
    }

    private static Result<CrmRecord> element(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> object)) {
            return new Unreadable<>(null, "a record is an object");
        }
        Object id = object.get("id");
        OptionalLong parsed = JsonId.read(id);
        return parsed.isPresent()
                ? record(new RecordId(parsed.getAsLong()), object)
                : new Unreadable<>(id instanceof String text ? text : null, "id: " + JsonId.RULE);
    }

    private static Result<CrmRecord> record(RecordId id, Map<?, ?> object) {
        Object name = object.get("name");
        if (name != null && !(name instanceof String)) {
            return new Unreadable<>(id.toString(), "name: a text");
        }
        Object owner = object.get("owner_id");
        OptionalLong ownerId = JsonId.read(owner);
        if (owner != null && ownerId.isEmpty()) {
            return new Unreadable<>(id.toString(), "owner_id: " + JsonId.RULE);
        }
        Object fields = object.get("fields");
        if (fields != null && !(fields instanceof Map<?, ?>)) {
            return new Unreadable<>(id.toString(), "fields: an object");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (fields instanceof Map<?, ?> sent) {
            sent.forEach((key, value) -> values.put((String) key, value));
        }
        Optional<String> fault = CrmRecord.faultOf((String) name, values);
        return fault.isPresent()
                ? new Unreadable<>(id.toString(), fault.get())
                : new Read<>(new CrmRecord(
                        id, (String) name, ownerId.isPresent() ? (Long) ownerId.getAsLong() : null, values));
    }
}
