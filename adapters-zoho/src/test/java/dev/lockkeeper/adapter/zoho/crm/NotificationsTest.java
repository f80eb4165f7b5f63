package dev.lockkeeper.adapter.zoho.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.lock.LockReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From opening a channel to what the stand-in sends over it. */
final class NotificationsTest {

    private final Channel channel = new Channel(
            new ChannelId(1_000_001),
            "Deals",
            "the-channel's-token",
            Instant.now().plus(Duration.ofDays(1)));

    private final ZohoStandIn zoho = new ZohoStandIn();
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final HttpServer receiver;

    NotificationsTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    }

    @BeforeEach
    void receive() {
        receiver.createContext("/zoho/notifications", exchange -> {
            messages.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        zoho.configure("Deals", LockType.MANUAL);
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        zoho.close();
    }

    @Test
    void tellsWhoWatches() {
        ZohoCrm crm = Clients.of(Clients.notified(
                zoho, URI.create("http://127.0.0.1:" + receiver.getAddress().getPort())));
        RecordAddress record = zoho.addRecord("Deals");
        assertThat(crm.watch(channel)).isEqualTo(new CrmReply.Answered<>(channel.id()));
        assertThat(zoho.channels())
                .first()
                .satisfies(opened -> assertThat(opened.token()).isEqualTo(channel.token()));

        assertThat(zoho.notifyOf(record, "update")).isEqualTo(1);
        assertThat(messages)
                .singleElement()
                .asString()
                .contains(
                        "\"ids\":[\"" + record.record() + "\"]",
                        "\"module\":\"Deals\"",
                        "\"operation\":\"update\"",
                        "\"channel_id\":\"1000001\"",
                        "\"token\":\"the-channel's-token\"");

        zoho.notifyOfChanges(true);
        assertThat(crm.lock(record, new LockReason("r"))).isInstanceOf(CrmReply.Answered.class);
        zoho.removeRecord(record);
        await().untilAsserted(() -> assertThat(messages).hasSize(3));
        crm.close();
    }

    @Test
    void opensNoChannelWhereZohoCannotReachThisService() {
        ZohoCrm crm = Clients.of(new ZohoAccount(
                zoho.url(), zoho.url(), ZohoStandIn.CLIENT_ID, ZohoStandIn.CLIENT_SECRET, ZohoStandIn.REFRESH_TOKEN));

        assertThat(crm.watch(channel)).isInstanceOf(CrmReply.Unavailable.class);

        assertThat(zoho.received()).isEmpty();
        crm.close();
    }
}
