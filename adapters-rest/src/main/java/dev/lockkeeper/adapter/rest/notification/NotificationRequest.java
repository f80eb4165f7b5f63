package dev.lockkeeper.adapter.rest.notification;

import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.adapter.rest.json.JsonId;
import dev.lockkeeper.application.crm.TakeNotification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A message of Zoho's notification API: {@code {"module", "ids": […], "operation", "channel_id", "token", …}}. Only the
 * channel, its token and the ids are read; what else it says would have to be believed.
 */
final class NotificationRequest {

    private static final String IDS = "ids";

    private NotificationRequest() {}

    /** Either a message or what is wrong with it. */
    sealed interface Result {}

    record Read(TakeNotification.Command command) implements Result {}

    /** @param detail for people */
    record Unreadable(String detail) implements Result {}

    static Result read(byte[] body) {
        if (!(JsonDocument.read(body).orElse(null) instanceof Map<?, ?> message)) {
            return new Unreadable("The body is not a JSON object, in UTF-8 and without repeated keys.");
        }
        OptionalLong channel = JsonId.read(message.get("channel_id"));
        if (channel.isEmpty()) {
            return new Unreadable("channel_id: " + JsonId.RULE);
        }
        if (!(message.get("token") instanceof String token)) {
            return new Unreadable("token: the text that the channel was opened with");
        }
        if (!(message.get(IDS) instanceof List<?> sent)) {
            return new Unreadable("ids: an array of the ids of records");
        }
        List<String> ids = new ArrayList<>();
        for (Object id : sent) {
            OptionalLong record = JsonId.read(id);
            if (record.isEmpty()) {
                return new Unreadable("ids: each is " + JsonId.RULE);
            }
            ids.add(Long.toString(record.getAsLong()));
        }
        return new Read(new TakeNotification.Command(Long.toString(channel.getAsLong()), token, ids));
    }
}
