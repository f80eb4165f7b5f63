package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import io.micronaut.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Zoho's calls: paths, queries and bodies (contract, section "Calling the real Zoho CRM"). */
final class Asks {

    private static final String LOCK_FIELDS = "Locked_By__s,Locked_For__s,Locked_Reason__s,Lock_Source__s,"
            + "Locked_Time__s,Record_Locking_Configuration_Id__s,Record_Locking_Rule_Id__s";

    /** What Zoho's query language takes for a module's name. */
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z0-9_]+");

    /** Zoho writes a numeric offset, never Z. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String root;

    Asks(String apiVersion) {
        this.root = "/crm/" + apiVersion + "/";
    }

    Ask lock(RecordAddress record, LockReason reason) {
        return new Ask(CallKind.LOCK, HttpMethod.POST, locks(record), data(reason));
    }

    Ask unlock(RecordAddress record, LockId lock) {
        return new Ask(CallKind.UNLOCK, HttpMethod.DELETE, locks(record) + "/" + lock);
    }

    Ask changeReason(RecordAddress record, LockId lock, LockReason reason) {
        return new Ask(CallKind.CHANGE_REASON, HttpMethod.PUT, locks(record) + "/" + lock, data(reason));
    }

    Ask findLock(RecordAddress record) {
        return new Ask(CallKind.FIND_LOCK, HttpMethod.GET, locks(record) + "?fields=" + LOCK_FIELDS);
    }

    Ask lockedRecords(String module, int page) {
        if (!API_NAME.matcher(module).matches()) {
            throw new IllegalArgumentException("Not a module's api name");
        }
        String query = "select id from " + module + " where Locked__s = true limit " + Crm.PAGE + " offset "
                + (long) page * Crm.PAGE;
        return new Ask(CallKind.LOCKED_RECORDS, HttpMethod.POST, root + "coql", Map.of("select_query", query));
    }

    Ask areLocked(String module, List<RecordId> records) {
        String ids = records.stream().map(RecordId::toString).collect(Collectors.joining(","));
        return new Ask(
                CallKind.ARE_LOCKED,
                HttpMethod.GET,
                root + encoded(module) + "?ids=" + ids + "&fields=id,Locked__s&per_page=" + Crm.PAGE);
    }

    Ask findConfiguration(String module) {
        return new Ask(CallKind.FIND_CONFIGURATION, HttpMethod.GET, configurations(null, module));
    }

    Ask createConfiguration(String module, Map<String, @Nullable Object> body) {
        return new Ask(CallKind.CREATE_CONFIGURATION, HttpMethod.POST, configurations(null, module), body);
    }

    Ask changeConfiguration(String module, @Nullable ConfigurationId id, Map<String, @Nullable Object> body) {
        return new Ask(CallKind.CHANGE_CONFIGURATION, HttpMethod.PUT, configurations(id, module), body);
    }

    Ask deleteConfiguration(String module, ConfigurationId id) {
        return new Ask(CallKind.DELETE_CONFIGURATION, HttpMethod.DELETE, configurations(id, module));
    }

    Ask modules() {
        return new Ask(CallKind.MODULES, HttpMethod.GET, root + "settings/modules");
    }

    Ask fields(String module) {
        return new Ask(CallKind.FIELDS, HttpMethod.GET, root + "settings/fields?module=" + encoded(module));
    }

    Ask currentUser() {
        return new Ask(CallKind.CURRENT_USER, HttpMethod.GET, root + "users?type=CurrentUser");
    }

    Ask watch(Channel channel, String notifyUrl) {
        Map<String, @Nullable Object> watched = Map.of(
                "channel_id",
                channel.id().toString(),
                "events",
                List.of(channel.module() + ".all"),
                "channel_expiry",
                TIME.format(channel.expiresAt()),
                "token",
                channel.token(),
                "notify_url",
                notifyUrl);
        return new Ask(CallKind.WATCH, HttpMethod.POST, root + "actions/watch", Map.of("watch", List.of(watched)));
    }

    private String locks(RecordAddress record) {
        return root + encoded(record.module()) + "/" + record.record() + "/Locking_Information__s";
    }

    private String configurations(@Nullable ConfigurationId id, String module) {
        return root + "settings/record_locking_configurations" + (id == null ? "" : "/" + id) + "?module="
                + encoded(module);
    }

    private static Map<String, @Nullable Object> data(LockReason reason) {
        return Map.of("data", List.of(Map.of("Locked_Reason__s", reason.text())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
