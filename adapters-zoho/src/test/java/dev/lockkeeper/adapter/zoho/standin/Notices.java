package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.InMemoryCrm;
import dev.lockkeeper.domain.crm.RecordAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells those who watch of changes. What does not arrive is not sent again. */
final class Notices implements AutoCloseable {

    private final InMemoryCrm crm;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile boolean ofEveryChange;

    Notices(InMemoryCrm crm) {
        this.crm = crm;
    }

    void ofEveryChange(boolean on) {
        ofEveryChange = on;
    }

    void watched(Incoming request) {
        Map<?, ?> element = Elements.first(Outgoing.read(request.body()), "watch");
        if (element.get("notify_url") instanceof String url) {
            addresses.put(String.valueOf(element.get("channel_id")), url);
        }
    }

    void changed(RecordAddress record, String operation) {
        if (ofEveryChange) {
            Thread.ofVirtual().start(() -> tell(record, operation));
        }
    }

    /** How many have taken the message. */
    int tell(RecordAddress record, String operation) {
        int taken = 0;
        for (Channel channel : crm.channels()) {
            String address = addresses.get(channel.id().toString());
            if (address != null && channel.module().equals(record.module())) {
                taken += post(address, channel, record, operation) ? 1 : 0;
            }
        }
        return taken;
    }

    private boolean post(String address, Channel channel, RecordAddress record, String operation) {
        try {
            String body = Outgoing.write(Elements.notification(channel, record, operation));
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address))
                                            .header("Content-Type", "application/json")
                                            .POST(HttpRequest.BodyPublishers.ofString(body))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 300;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
