package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.RecordAddress;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the callers of some records were told over HTTP, and what has to be true because of it once all is quiet. */
final class ToldOverHttp {

    private final Set<String> locked = ConcurrentHashMap.newKeySet();
    /** Asked to be unlocked: these may be gone, and those that were acknowledged as unlocked have to be. */
    private final Set<String> endable = ConcurrentHashMap.newKeySet();

    private final Set<String> unlocked = ConcurrentHashMap.newKeySet();
    private final Map<RecordAddress, String> latest = new ConcurrentHashMap<>();

    /** The lock that the record was last heard to have. */
    @Nullable
    String lockOf(RecordAddress record) {
        return latest.get(record);
    }

    void lock(RecordAddress record, HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            String lock = Client.lockId(answer);
            locked.add(lock);
            latest.put(record, lock);
        } else {
            assertIsNo(answer);
        }
    }

    /** A lock whose acknowledgement was lost, as people see it in the CRM. */
    void seen(RecordAddress record, @Nullable CrmLock lock) {
        if (lock != null) {
            latest.put(record, lock.id().toString());
        }
    }

    /** Refused, or not known, or not possible just now. */
    static void assertIsNo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404, 429, 503);
    }

    void askToUnlock(String lock) {
        endable.add(lock);
    }

    void unlock(RecordAddress record, String lock, HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            unlocked.add(lock);
        } else {
            assertIsNo(answer);
        }
        if (answer.statusCode() < 429) {
            latest.remove(record, lock);
        }
    }

    int acknowledged() {
        return locked.size() + unlocked.size();
    }

    /** The same on both sides, and what was acknowledged is there. */
    void check(Client client, ZohoStandIn zoho, Set<RecordAddress> records) {
        Set<String> held = new HashSet<>();
        for (RecordAddress record : records) {
            CrmLock there = zoho.lockOf(record);
            HttpResponse<String> here =
                    client.list(record.module(), record.record().value());
            assertThat(here.statusCode())
                    .as("record %s, there %s, here %s", record, there, here.body())
                    .isEqualTo(there == null ? 204 : 200);
            if (there != null) {
                held.add(there.id().toString());
                String reason = there.origin().manual().orElseThrow().reason().text();
                assertThat(here.body())
                        .as("record %s, there %s", record, there)
                        .contains("\"" + there.id() + "\"", "\"Locked_Reason__s\":\"" + reason + "\"");
            }
        }
        Set<String> lasting = new HashSet<>(locked);
        lasting.removeAll(endable);
        assertThat(held)
                .as("acknowledged, and nobody asked for their end")
                .containsAll(lasting)
                .as("acknowledged as ended")
                .doesNotContainAnyElementsOf(unlocked);
    }
}
