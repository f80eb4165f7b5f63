package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.domain.lock.RecordId;
import java.util.Map;
import java.util.Optional;

/** AuthZEN's resource: {@code {"type","id"}}, a module's api name and the id of a record of it. */
final class ResourceRequest {

    static final String NAME = "resource";

    /** @param module known here or not */
    record Resource(String module, RecordId record) {}

    private ResourceRequest() {}

    static Sent<Resource> read(Map<?, ?> resource) {
        if (!(resource.get("type") instanceof String module) || module.isEmpty() || !Sent.isText(module)) {
            return new Sent.Malformed<>("resource.type: a module's api name");
        }
        Optional<RecordId> record = resource.get("id") instanceof String id ? RecordId.parse(id) : Optional.empty();
        return record.isPresent()
                ? new Sent.Read<>(new Resource(module, record.get()))
                : new Sent.Malformed<>("resource.id: a positive 64-bit integer without leading zeros, as a text");
    }
}
