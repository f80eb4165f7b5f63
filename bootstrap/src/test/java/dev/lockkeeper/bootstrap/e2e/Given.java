package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;

/** What a configured database has to hold before a record can be locked. */
final class Given {

    private Given() {}

    /** A configuration of a module; where its lock type takes a rule, one that matches nothing of today. */
    static void configuration(Client administrator, String module, String lockType) {
        configuration(
                administrator, module, lockType, rule("long ago", "Created_Time", "1970-01-01T00:00:00+00:00", false));
    }

    /** A configuration for manual locks, which another test may have made. */
    static void configurationUnlessThere(Client administrator, String module) {
        if (administrator.get(configurations(module)).statusCode() != 200) {
            configuration(administrator, module, "manual");
        }
    }

    /** A configuration with this rule, which is not in force where the lock type is {@code manual}. */
    static HttpResponse<String> configuration(Client administrator, String module, String lockType, String rule) {
        HttpResponse<String> answer = administrator.send(
                "POST",
                configurations(module),
                "{\"record_locking_configurations\":[{\"lock_type\":\"%s\",\"locking_rules\":[%s]}]}"
                        .formatted(lockType, rule));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    static String configurations(String module) {
        return "/crm/v8/settings/record_locking_configurations?module=" + module;
    }

    /** A rule that matches where a field equals a value. */
    static String rule(String name, String field, String value, boolean lockExistingRecords) {
        return """
                {"name":"%s","lock_existing_records":%s,
                 "criteria":{"comparator":"equal","field":{"api_name":"%s"},"value":"%s"}}""".formatted(name, lockExistingRecords, field, value);
    }

    /** A user of a profile without permissions, who may make the lock calls and those of settings with this token. */
    static void userWithoutPermissions(TestDatabase database, String token) {
        database.execute("""
                with p as (
                    insert into profile (name, permissions) values ('Standard', '{}') returning id
                ), u as (
                    insert into crm_user (name, profile_id, portal) select 'Standard User', id, false from p returning id
                )
                insert into access_token (user_id, token_hash, scopes, created_at)
                select id, sha256('%s'),
                    '{zohocrm.modules.all,zohocrm.modules.lockinginformation.all,zohocrm.settings.all}', now() from u
                """.formatted(token));
    }
}
