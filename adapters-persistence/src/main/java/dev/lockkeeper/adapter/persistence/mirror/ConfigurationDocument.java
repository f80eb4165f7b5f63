package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.Json;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The column {@code mirrored_module.configuration}. */
final class ConfigurationDocument {

    private ConfigurationDocument() {}

    /** Ids as texts, which no reader of JSON can lose a digit of. */
    static String write(CrmConfiguration configuration) {
        List<Map<String, String>> rules = configuration.ruleNames().entrySet().stream()
                .map(rule -> Map.of("id", rule.getKey().toString(), "name", rule.getValue()))
                .toList();
        return Json.writeEscaped(Map.of(
                "id",
                configuration.id().toString(),
                "lock_type",
                configuration.lockType().name(),
                "rules",
                rules,
                "element",
                configuration.element()));
    }

    static CrmConfiguration read(String json) {
        Map<String, @Nullable Object> document = Json.readObject(json);
        Map<RuleId, String> ruleNames = new LinkedHashMap<>();
        for (Object rule : (List<?>) part(document, "rules")) {
            Map<String, @Nullable Object> named = Json.objectOf(rule);
            ruleNames.put(
                    new RuleId(Long.parseLong(part(named, "id").toString())),
                    part(named, "name").toString());
        }
        return new CrmConfiguration(
                new ConfigurationId(Long.parseLong(part(document, "id").toString())),
                LockType.valueOf(part(document, "lock_type").toString()),
                ruleNames,
                Json.objectOf(part(document, "element")));
    }

    private static Object part(Map<String, @Nullable Object> document, String name) {
        return Objects.requireNonNull(document.get(name), name);
    }
}
