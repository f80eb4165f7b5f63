package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import dev.lockkeeper.domain.crm.CrmFieldInfo;
import dev.lockkeeper.domain.crm.CrmModuleInfo;
import dev.lockkeeper.domain.crm.FoundConfiguration;
import dev.lockkeeper.domain.crm.LockedPage;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.RecordId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Zoho's answers say, but for those about a lock. An answer without a body is empty. */
final class Answers {

    private static final String CONFIGURATIONS = "record_locking_configurations";

    private Answers() {}

    static FoundConfiguration configuration(Document answer) {
        List<Document> elements = answer.isEmpty() ? List.of() : answer.list(CONFIGURATIONS);
        if (elements.isEmpty()) {
            return new FoundConfiguration(null);
        }
        Document element = elements.getFirst();
        Map<RuleId, String> rules = new LinkedHashMap<>();
        if (element.hasList("locking_rules")) {
            element.list("locking_rules").forEach(rule -> rules.put(new RuleId(rule.id("id")), rule.text("name")));
        }
        LockType type = LockType.find(element.text("lock_type")).orElseThrow(() -> new NotUnderstood("lock_type"));
        return new FoundConfiguration(
                new CrmConfiguration(new ConfigurationId(element.id("id")), type, rules, element.entries()));
    }

    /** The whole document, once it is seen to say that the configuration was changed. */
    static Document configurationDone(Document answer) {
        answer.done(CONFIGURATIONS);
        return answer;
    }

    static LockedPage lockedRecords(Document answer) {
        if (answer.isEmpty()) {
            return new LockedPage(List.of(), false);
        }
        List<RecordId> records = answer.list("data").stream()
                .map(record -> new RecordId(record.id("id")))
                .toList();
        return new LockedPage(records, answer.inner("info").flag("more_records"));
    }

    static Map<RecordId, Boolean> areLocked(Document answer) {
        Map<RecordId, Boolean> locked = new LinkedHashMap<>();
        if (!answer.isEmpty()) {
            for (Document record : answer.list("data")) {
                if (!(record.entries().get("Locked__s") instanceof Boolean isLocked)) {
                    throw new NotUnderstood("Locked__s");
                }
                locked.put(new RecordId(record.id("id")), isLocked);
            }
        }
        return locked;
    }

    static List<CrmModuleInfo> modules(Document answer) {
        return answer.list("modules").stream()
                .filter(module -> module.flag("api_supported"))
                .map(module -> new CrmModuleInfo(
                        module.text("api_name"),
                        labelOf(module, "plural_label"),
                        "custom".equals(module.findText("generated_type"))))
                .toList();
    }

    static List<CrmFieldInfo> fields(Document answer) {
        if (answer.isEmpty()) {
            return List.of();
        }
        return answer.list("fields").stream()
                .map(field -> new CrmFieldInfo(
                        field.text("api_name"),
                        labelOf(field, "field_label"),
                        field.text("data_type"),
                        field.flag("read_only") || field.flag("field_read_only")))
                .toList();
    }

    static UserRef currentUser(Document answer) {
        Document user = answer.list("users").stream().findFirst().orElseThrow(() -> new NotUnderstood("users"));
        String name = user.findText("full_name");
        return new UserRef(new UserId(user.id("id")), name == null ? user.text("name") : name);
    }

    static ChannelId watched(Document answer) {
        List<Document> events = answer.done("watch").list("events");
        if (events.isEmpty()) {
            throw new NotUnderstood("events");
        }
        return new ChannelId(events.getFirst().id("channel_id"));
    }

    private static String labelOf(Document element, String key) {
        String label = element.findText(key);
        return label == null ? element.text("api_name") : label;
    }
}
